import type { Stretch } from './marks.ts';

/** The words of a text, by the rules of its language. `breaks` are places where another block of text begins. */
export const wordsIn = (text: string, breaks: readonly number[], language: string): readonly Stretch[] => {
  const segmenter = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'word' });
  const edges = [0, ...breaks.filter((at) => at > 0 && at < text.length), text.length];
  return edges.slice(1).flatMap((end, block) => {
    const from = edges[block] ?? 0;
    return [...segmenter.segment(text.slice(from, end))]
      .filter(({ isWordLike, segment }) => isWordLike === true || /[^\s\p{P}]/u.test(segment))
      .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }));
  });
};

const isLanguage = (language: string): boolean => {
  try {
    return Intl.Segmenter.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
};

/** Where words are chosen by keys: one end stays, the other goes; both are places in the list of words. */
export interface WordChoice {
  readonly anchor: number;
  readonly at: number;
}

export type WordStep = 'next' | 'previous' | 'first' | 'last';

/** Moves by word; with `extend`, the words in between are chosen. */
export const step = (choice: WordChoice, way: WordStep, extend: boolean, count: number): WordChoice => {
  const wanted = { next: choice.at + 1, previous: choice.at - 1, first: 0, last: count - 1 }[way];
  return moved(choice, wanted, extend, count);
};

/** Goes to a word by its place in the list. */
export const moved = (choice: WordChoice, to: number, extend: boolean, count: number): WordChoice => {
  const at = Math.max(0, Math.min(count - 1, to));
  return { anchor: extend ? choice.anchor : at, at };
};

/** The stretch from the first to the last of the chosen words. */
export const stretchOf = (words: readonly Stretch[], { anchor, at }: WordChoice): Stretch | undefined => {
  const first = words[Math.min(anchor, at)];
  const last = words[Math.max(anchor, at)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The word of the next or previous line that stands nearest above or below; the same word where there is no such line. */
export const lineStep = (boxes: readonly (Box | undefined)[], at: number, way: 'up' | 'down'): number => {
  const here = boxes[at];
  if (here === undefined) return at;
  const isBeyond = ({ y, height }: Box) => (way === 'down' ? y > here.y + here.height / 2 : y + height / 2 < here.y);
  const beyond = boxes.flatMap((box, index) => (box !== undefined && isBeyond(box) ? [{ box, index }] : []));
  const rows = beyond.map(({ box }) => box.y);
  if (rows.length === 0) return at;
  const row = way === 'down' ? Math.min(...rows) : Math.max(...rows);
  const ofRow = beyond.filter(({ box }) => Math.abs(box.y - row) <= here.height / 2);
  return ofRow.reduce((best, each) => (Math.abs(each.box.x - here.x) < Math.abs(best.box.x - here.x) ? each : best))
    .index;
};
