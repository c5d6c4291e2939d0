import './highlights.css';
import type { MarkStyle } from './marks.ts';

/** The names that highlights.css speaks of. */
export type Painted = `testamur-mark-${MarkStyle}` | 'testamur-chosen' | 'testamur-spoken';

/** What lies over what. */
const priorities: Readonly<Partial<Record<Painted, number>>> = { 'testamur-chosen': 2, 'testamur-spoken': 3 };

/** Whether text can be colored without an element around it, which React's own nodes would not survive. */
export const canPaint = (): boolean =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

export const paint = (name: Painted, ranges: readonly Range[]): void => {
  if (!canPaint()) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priorities[name] ?? 0;
  CSS.highlights.set(name, highlight);
};
