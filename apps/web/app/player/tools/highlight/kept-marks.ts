import { type Mark, type MarkStyle, type Marks, mark, markStyles } from './marks.ts';

/** A mark with the words it was put on: an item whose text moves (options that are reordered) is marked where they went. */
export interface KeptMark extends Mark {
  readonly words: string;
}

export const withWords = (marks: Marks, text: string): readonly KeptMark[] =>
  marks.map((each) => ({ ...each, words: text.slice(each.start, each.end) }));

/** Where the words stand that are nearest to where they stood; undefined when they are gone. */
const nearest = (text: string, words: string, start: number): number | undefined => {
  if (words === '') return undefined;
  if (text.startsWith(words, start)) return start;
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  if (before === -1 && after === -1) return undefined;
  if (before === -1 || after === -1) return Math.max(before, after);
  return start - before <= after - start ? before : after;
};

export const findAgain = (kept: readonly KeptMark[], text: string): Marks =>
  kept.reduce<Marks>((marks, { start, style, words }) => {
    const at = nearest(text, words, start);
    return at === undefined ? marks : mark(marks, { start: at, end: at + words.length, style });
  }, []);

const MOST = 500;

const isStyle = (value: unknown): value is MarkStyle => markStyles.some((style) => style === value);

const readOne = (value: unknown): readonly KeptMark[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { start, end, style, words }: Partial<Record<keyof KeptMark, unknown>> = value;
  const isPlace = typeof start === 'number' && typeof end === 'number' && Number.isInteger(start) && start >= 0;
  if (!isPlace || end <= start || !isStyle(style) || typeof words !== 'string') return [];
  return words.length === end - start ? [{ start, end, style, words }] : [];
};

/** Whatever else is found in the browser's memory is left out. */
export const marksFromText = (text: string | null): readonly KeptMark[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.slice(0, MOST).flatMap(readOne) : [];
  } catch {
    return [];
  }
};
