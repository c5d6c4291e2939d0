import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';

interface GroupProps {
  /** `radiogroup` where one choice takes the place of another. */
  readonly role?: 'group' | 'radiogroup';
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly side?: string;
  readonly orientation?: string;
  readonly stacked?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** Controls that answer one thing together, named by what they answer. A fieldset would want a legend of its own. */
export const Group = (props: GroupProps) => {
  const { role = 'group', labelledBy, describedBy, side, orientation, stacked, children, ...rest } = props;
  const named = { role, 'aria-labelledby': labelledBy, 'aria-describedby': describedBy };
  return (
    <div {...named} {...rest} data-side={side} data-orientation={orientation} data-stacked={stacked}>
      {children}
    </div>
  );
};
