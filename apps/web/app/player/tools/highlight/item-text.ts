import type { Stretch } from './marks.ts';

/** What changes while an item is answered, or is said to screen readers alone, is no text of the item. */
const NO_TEXT =
  'button, input, select, textarea, output, script, style, audio, video, [hidden], [role="status"], [data-player-support], .t-hidden';

/** Text that stands in the line of what is around it. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby rb rt s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export interface TextPlace {
  readonly node: Text;
  readonly start: number;
}

export interface ItemText {
  readonly text: string;
  readonly places: readonly TextPlace[];
  /** Where another block of text begins: words never reach over these. */
  readonly breaks: readonly number[];
}

export type Visit = (event: { readonly enter?: Element; readonly leave?: Element; readonly text?: TextPlace }) => void;

/** The text of an item as its nodes hold it. `visit` sees each element and text in order. */
export const readItemText = (root: HTMLElement, visit?: Visit): ItemText => {
  const places: TextPlace[] = [];
  const breaks: number[] = [];
  let text = '';
  const walk = (node: Node) => {
    if (node instanceof Text) {
      const place = { node, start: text.length };
      text += node.data;
      places.push(place);
      visit?.({ text: place });
      return;
    }
    if (!(node instanceof Element) || (node !== root && node.matches(NO_TEXT))) return;
    const isBlock = !INLINE.has(node.localName) && node.namespaceURI !== 'http://www.w3.org/1998/Math/MathML';
    if (isBlock) breaks.push(text.length);
    visit?.({ enter: node });
    for (const child of node.childNodes) walk(child);
    visit?.({ leave: node });
    if (isBlock) breaks.push(text.length);
  };
  walk(root);
  return { text, places, breaks: [...new Set(breaks)] };
};

/** A stretch as ranges of the document, one for each text node. */
export const rangesOf = ({ places }: ItemText, { start, end }: Stretch): readonly Range[] =>
  places.flatMap((place) => {
    const from = Math.max(start, place.start);
    const to = Math.min(end, place.start + place.node.length);
    if (from >= to) return [];
    const range = document.createRange();
    range.setStart(place.node, from - place.start);
    range.setEnd(place.node, to - place.start);
    return [range];
  });

/** What a selection covers of the item's text; undefined when it covers nothing of it. */
export const stretchOfRange = ({ places }: ItemText, range: Range): Stretch | undefined => {
  let stretch: Stretch | undefined;
  for (const { node, start } of places) {
    if (!range.intersectsNode(node)) continue;
    const from = start + (range.startContainer === node ? range.startOffset : 0);
    const to = start + (range.endContainer === node ? range.endOffset : node.length);
    if (from < to) stretch = { start: stretch?.start ?? from, end: to };
  }
  return stretch;
};
