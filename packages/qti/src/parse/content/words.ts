import type { XmlElement } from '../../xml/tree.ts';

const NEVER_SHOWN = new Set('script style template noscript param'.split(' '));

/** All words of the element on one line, without its markup. */
export function wordsOf(element: XmlElement): string {
  return rawWords(element)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function rawWords(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      return NEVER_SHOWN.has(child.local) ? '' : ` ${rawWords(child)} `;
    })
    .join('');
}
