import type { Column, PresentedSection, PresentedTable } from './document.ts';

/** A column of words. */
export const left = (heading: string): Column => ({ heading, align: 'left' });

/** A column of numbers. */
export const right = (heading: string): Column => ({ heading, align: 'right' });

/** Columns of numbers. */
export const rights = (...headings: readonly string[]): readonly Column[] => headings.map(right);

/** A section of tables. */
export const section = (
  heading: string,
  tables: readonly PresentedTable[],
  paragraphs: readonly string[] = [],
): PresentedSection => ({ heading, paragraphs, figures: [], tables });

/** A section that is one table, its heading the caption. */
export const tableSection = (
  heading: string,
  columns: readonly Column[],
  rows: PresentedTable['rows'],
  paragraph = '',
): PresentedSection => section(heading, [{ caption: '', columns, rows }], paragraph === '' ? [] : [paragraph]);

/** A section of figures. */
export const figureSection = (heading: string, figures: PresentedSection['figures']): PresentedSection => ({
  heading,
  paragraphs: [],
  figures,
  tables: [],
});
