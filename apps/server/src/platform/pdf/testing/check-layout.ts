import { readText, type TextRun } from './read-text.ts';

const latin = /^(?=.*\S)[\p{Script=Latin}\p{Script=Common}]+$/u;

/** Text that a reader could not see: beyond the edge of the page, or on top of other text. Empty when all is well. */
export function findHiddenText(pdf: Buffer): string[] {
  const { runs, pages } = readText(pdf);
  const outside = runs.filter(({ page, start, end }) => {
    const { width = 0, height = 0 } = pages[page] ?? {};
    return [start, end].some(({ x, y }) => x < 12 || x > width - 12 || y < 5 || y > height - 5);
  });
  // Turned text, such as a watermark, lies across other text on purpose; marks of other scripts lie on their letters.
  const level = runs.filter(({ start, end, text }) => Math.abs(start.y - end.y) < 0.01 && latin.test(text));
  const covered = level.filter((run, index) => level.slice(index + 1).some((other) => overlap(run, other)));
  return [
    ...outside.map(({ text, page }) => `page ${page + 1}, beyond the edge: ${text}`),
    ...covered.map(({ text, page }) => `page ${page + 1}, under other text: ${text}`),
  ];
}

/** Two runs on about one line that share more than a hair of it. */
function overlap(one: TextRun, other: TextRun): boolean {
  const near = Math.abs(one.start.y - other.start.y) < 0.45 * Math.min(one.size, other.size);
  const shared = Math.min(one.end.x, other.end.x) - Math.max(one.start.x, other.start.x);
  return one.page === other.page && near && shared > 1.5;
}

/** All text of a document without its spaces, in which a text that was broken over lines is found again. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

export const textOf = (pdf: Buffer): string =>
  readText(pdf)
    .runs.map(({ text }) => text)
    .join('');
