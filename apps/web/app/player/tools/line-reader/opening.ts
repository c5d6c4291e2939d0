import type { Area } from '../window/place.ts';

export const MOST_LINES = 5;

/** The open lines of the mask: where they start, in px of the window, and how many they are. */
export interface Opening {
  readonly top: number;
  readonly lines: number;
}

export const heightOf = ({ lines }: Pick<Opening, 'lines'>, lineHeight: number): number => lines * lineHeight;

/** The nearest opening that lies between the bars. */
export const openingIn = ({ top, lines }: Opening, area: Area, lineHeight: number): Opening => {
  const count = Math.max(1, Math.min(MOST_LINES, lines));
  const last = area.bottom - heightOf({ lines: count }, lineHeight);
  return { top: Math.max(area.top, Math.min(top, last)), lines: count };
};

export interface Moved {
  readonly opening: Opening;
  /** What is left to scroll when the opening stands at an edge already, in px. */
  readonly scroll: number;
}

/** Moves by lines; at an edge of the area the page moves instead. */
export const movedBy = (opening: Opening, lines: number, area: Area, lineHeight: number): Moved => {
  const wanted = opening.top + lines * lineHeight;
  const after = openingIn({ ...opening, top: wanted }, area, lineHeight);
  return { opening: after, scroll: wanted - after.top };
};

/** Shows what has focus: it lies wholly in the opening, or starts where the opening starts. */
export const movedTo = (
  opening: Opening,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  area: Area,
  lineHeight: number,
): Opening => {
  const end = opening.top + heightOf(opening, lineHeight);
  if (top >= opening.top && bottom <= end) return opening;
  const spare = Math.max(0, heightOf(opening, lineHeight) - (bottom - top));
  return openingIn({ ...opening, top: top - spare / 2 }, area, lineHeight);
};

/** Which line of the area stands open first, counted from 1, and how many there are. */
export const lineOf = ({ top }: Opening, area: Area, lineHeight: number): { line: number; lines: number } => {
  const lines = Math.max(1, Math.floor((area.bottom - area.top) / lineHeight));
  return { line: Math.max(1, Math.min(lines, Math.round((top - area.top) / lineHeight) + 1)), lines };
};

const keys: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 };

/** Lines that a key moves by; undefined for other keys. */
export const linesOfKey = (key: string): number | undefined => keys[key];
