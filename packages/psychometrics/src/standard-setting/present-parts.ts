import { count, fixed, left, type PresentedSection, percent, right, tableSection } from '../presentation/index.ts';
import type { Impact } from './impact.ts';

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
