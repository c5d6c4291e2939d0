import type { ContentNode, GapChoice } from '@testamur/qti';
import type { ReactNode } from 'react';

/** How a choice looks that fills gaps: its image or its words. */
export const GapChoiceFace = ({
  choice,
  content,
}: {
  choice: GapChoice;
  content: (nodes: readonly ContentNode[]) => ReactNode;
}) => {
  const { image } = choice;
  const source = image?.sources[0]?.data;
  if (image === null || source === undefined) return content(choice.content);
  return (
    <img
      src={source}
      alt={choice.objectLabel ?? image.alt}
      draggable={false}
      {...(image.width ? { width: image.width } : {})}
      {...(image.height ? { height: image.height } : {})}
    />
  );
};
