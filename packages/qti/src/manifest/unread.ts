import { childElements, isBlank, type XmlElement } from '../xml/tree.ts';

/**
 * An element of metadata that is kept as it came, for tools that know it. `attributes` by name as it was written; `content` in
 * document order, white space between elements left out.
 */
export interface UnreadElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (UnreadElement | string)[];
}

/** Keeps an element with all that is in it; `leaveOut` are elements that have been read. */
export function keep(element: XmlElement, leaveOut: ReadonlySet<XmlElement> = new Set()): UnreadElement {
  return {
    namespace: element.uri,
    name: element.local,
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
    content: element.children.flatMap((child): (UnreadElement | string)[] => {
      if (child.kind === 'element') return leaveOut.has(child) ? [] : [keep(child, leaveOut)];
      return isBlank(child.text) ? [] : [child.text];
    }),
  };
}

/** Keeps the children of an element, those left out that have been read, and those of which nothing is left. */
export function keepChildren(element: XmlElement, read: ReadonlySet<XmlElement>): UnreadElement[] {
  return childElements(element).flatMap((child) => {
    if (read.has(child)) return [];
    const kept = keep(child, read);
    const emptied = kept.content.length === 0 && childElements(child).some((inner) => read.has(inner));
    return emptied ? [] : [kept];
  });
}
