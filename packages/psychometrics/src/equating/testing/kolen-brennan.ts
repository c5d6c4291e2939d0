import { goldenJson, goldenTable } from '../../testing/golden.ts';
import { type FrequencyDistribution, type JointDistribution, jointFrequencies } from '../distribution.ts';

const numbers = (name: string): readonly (readonly number[])[] => goldenTable(name).rows.map((row) => row.map(Number));

export interface ReferenceRow {
  readonly scale: number;
  readonly yx: number;
  readonly se?: number | { readonly n: number; readonly g: number };
}

export interface Reference {
  readonly concordance: readonly ReferenceRow[];
  readonly slope?: number;
  readonly intercept?: number;
  readonly smoothed_x_counts?: readonly number[];
}

/** Expected numbers of `equate` 2.0.9. */
const expected: Readonly<Record<string, unknown>> = goldenJson('kolen_brennan_equating_expected.json');

export function reference(name: string): Reference {
  const found = expected[name];
  if (found === undefined) throw new Error(`no reference ${name}`);
  return found as Reference;
}

export const modelComparison = expected.ACTmath_loglinear_model_compare_X as readonly Readonly<
  Record<string, number>
>[];

const act = numbers('kb_actmath_random_groups.csv');
const actCounts = (column: number): FrequencyDistribution => ({
  low: 0,
  high: 40,
  counts: Float64Array.from(act, (row) => row[column] ?? 0),
});

/** Random groups on two forms of ACT Mathematics (Kolen & Brennan). */
export const actX = actCounts(1);
export const actY = actCounts(2);

export const neatRanges = { total: { low: 0, high: 36 }, anchor: { low: 0, high: 12 }, internal: true } as const;
const neat = (name: string): JointDistribution => {
  const rows = numbers(name);
  return jointFrequencies(
    rows.map((row) => row[0] ?? -1),
    rows.map((row) => row[1] ?? -1),
    neatRanges,
  );
};

/** Two forms of 36 items with 12 in common (Kolen & Brennan). */
export const neatX = neat('kb_neat_formX.csv');
export const neatY = neat('kb_neat_formY.csv');
