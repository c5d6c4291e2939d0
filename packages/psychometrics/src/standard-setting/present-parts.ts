import type { SampleJudgment } from '../guard/judge-sample.ts';
import type { Column, Notice, PresentedSection, PresentedTable } from '../presentation/document.ts';
import { count, fixed, percent } from '../presentation/numbers.ts';
import type { Impact } from './impact.ts';

/** A column of numbers. */
export const right = (heading: string): Column => ({ heading, align: 'right' });
/** A column of words. */
export const left = (heading: string): Column => ({ heading, align: 'left' });

/** A section that is one table. */
export const tableSection = (
  heading: string,
  columns: readonly Column[],
  rows: PresentedTable['rows'],
  paragraph = '',
): PresentedSection => ({
  heading,
  paragraphs: paragraph === '' ? [] : [paragraph],
  figures: [],
  tables: [{ caption: '', columns, rows }],
});

/** What one must know: the size of the panel, what was set aside, what the method said. */
export const noticesOf = (sample: SampleJudgment, notices: readonly string[]): Notice[] => [
  ...(sample.verdict === 'ok' ? [] : [{ verdict: sample.verdict, text: sample.says }]),
  ...(sample.override === null
    ? []
    : [{ verdict: 'warn' as const, text: `The rule was set aside: ${sample.override.reason}` }]),
  ...notices.map((text): Notice => ({ verdict: 'warn', text })),
];

/** The pass rates at and beside the cut; nothing without scores. */
export function impactSection(impact: readonly Impact[]): PresentedSection[] {
  if (impact.length === 0) return [];
  const name = (steps: number): string => (steps === 0 ? 'cut' : `cut ${steps < 0 ? '−' : '+'} ${Math.abs(steps)} SE`);
  const rows = impact.map(({ standardErrors, cut, passing, n, passRate }) => [
    name(standardErrors),
    fixed(cut),
    `${count(passing)} of ${count(n)}`,
    percent(passRate),
  ]);
  return [tableSection('Impact', [left('At'), right('Cut'), right('Pass'), right('Pass rate')], rows)];
}
