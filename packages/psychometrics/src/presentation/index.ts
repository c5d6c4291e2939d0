export type { Column, Fact, Figure, Notice, Presentation, PresentedSection, PresentedTable } from './document.ts';
export { sampleNotices, textNotices } from './notices.ts';
export { count, counted, fixed, interval, NONE, percent, pValue } from './numbers.ts';
export { figureSection, left, right, rights, section, tableSection } from './tables.ts';
export { capital, sentence } from './words.ts';
