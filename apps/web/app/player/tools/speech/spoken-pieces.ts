import { type Catalog, plainText } from '@testamur/qti';
import { readItemText } from '../highlight/item-text.ts';
import type { Piece } from './plan.ts';

/** Values of data-qti-suppress-tts that mean this reader; `screen-reader` alone is about another. */
const suppresses = (element: Element): boolean =>
  /\b(computer-read-aloud|all)\b/.test(element.getAttribute('data-qti-suppress-tts') ?? '');

/** The words that the author wants said in the place of an element: its catalog's card `spoken`. */
const cardOf = (element: Element, catalogs: readonly Catalog[], language: string): string | undefined => {
  const name = element.getAttribute('data-catalog-idref');
  const card = catalogs
    .find(({ identifier }) => identifier === name)
    ?.cards.find(({ support }) => support === 'spoken');
  if (card === undefined) return undefined;
  const entry =
    card.entries.find((each) => each.language === language) ??
    card.entries.find(({ isDefault }) => isDefault) ??
    card.entries[0];
  const words = entry === undefined ? '' : plainText(entry.content);
  return words === '' ? undefined : words;
};

const wordsFor = (element: Element, imageOf: (words: string) => string): string | undefined => {
  if (element.localName === 'img') {
    const words = element.getAttribute('alt')?.trim() ?? '';
    return words === '' ? undefined : imageOf(words);
  }
  if (element.localName === 'math') return element.getAttribute('alttext') ?? undefined;
  if (element.localName === 'svg') return element.getAttribute('aria-label') ?? undefined;
  return undefined;
};

interface SpeechOptions {
  readonly catalogs: readonly Catalog[];
  readonly language: string;
  readonly imageOf: (words: string) => string;
}

/** What of an item is read, in its order: suppressed parts are left out, others have words of their own. */
export const spokenPieces = (root: HTMLElement, { catalogs, language, imageOf }: SpeechOptions): readonly Piece[] => {
  const pieces: Piece[] = [];
  /** The element within which nothing more is said, and where its own words stand in the list. */
  let closed: { readonly element: Element; readonly piece?: number } | undefined;
  let end = 0;
  const languageIn = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') || language;
  const visited = readItemText(root, ({ enter, leave, text }) => {
    if (text !== undefined) {
      end = text.start + text.node.length;
      if (closed === undefined) {
        const of = { start: text.start, end };
        const own = languageIn(text.node.parentElement);
        pieces.push({ words: text.node.data.replace(/[\n\t]/g, ' '), of, exact: true, language: own, block: false });
      }
    }
    if (enter !== undefined && closed === undefined) {
      const own = languageIn(enter);
      const words = cardOf(enter, catalogs, own) ?? wordsFor(enter, imageOf);
      if (suppresses(enter)) closed = { element: enter };
      else if (words !== undefined) {
        const block = enter.localName === 'img';
        closed = { element: enter, piece: pieces.length };
        pieces.push({ words: ` ${words} `, of: { start: end, end }, exact: false, language: own, block });
      }
    }
    if (leave !== undefined && leave === closed?.element) {
      const at = closed.piece;
      const piece = at === undefined ? undefined : pieces[at];
      if (at !== undefined && piece?.of) {
        pieces[at] = { ...piece, of: piece.of.start === end ? null : { start: piece.of.start, end } };
      }
      closed = undefined;
    }
  });
  const breaks = new Set(visited.breaks);
  return pieces.map((piece) => (piece.of !== null && breaks.has(piece.of.start) ? { ...piece, block: true } : piece));
};
