export type { Column, Fact, Figure, Notice, Presentation, PresentedSection, PresentedTable } from './document.ts';
export { count, fixed, interval, NONE, percent, pValue } from './numbers.ts';
