import type { ContentNode } from '../../model/content.ts';

/** The content inside an element that carries the attributes, such as the language; as it is when there are none. */
export function wrap(
  content: readonly ContentNode[],
  attributes: Readonly<Record<string, string>>,
  name: 'div' | 'span',
): readonly ContentNode[] {
  if (Object.keys(attributes).length === 0) return content;
  return [{ type: 'element', namespace: 'html', name, attributes, children: content }];
}
