/** One attribute; namespace declarations are not listed. `uri` is '' for a name without a prefix. */
export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** An element; `offset` is the index of its `<` in the source, for messages. */
export interface XmlElement {
  readonly kind: 'element';
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly offset: number;
}

/** Character data, entities and CDATA sections resolved; never empty, never beside another text. */
interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export type XmlNode = XmlElement | XmlText;

/** The child elements, in document order. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** All character data directly inside the element, untrimmed. */
export function ownText(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

/** Whether XML itself regards the text as white space only (not the no-break space). */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
