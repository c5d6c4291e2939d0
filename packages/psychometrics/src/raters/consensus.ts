import { correlation, mean, variance } from '../numeric/summary.ts';
import type { Ratings } from './ratings.ts';

/** A rating beside the mean of the other raters of the same performance. */
export interface Against {
  readonly performance: number;
  readonly own: number;
  /** Mean of the others; at least one. */
  readonly others: number;
  /** Variance of all raters' scores does not enter here; how many others there are. */
  readonly count: number;
}

/** All ratings by a rater of performances that somebody else rated too. */
export function againstOthers({ scores }: Ratings, rater: number): readonly Against[] {
  return scores.flatMap((row, performance) => {
    const own = row[rater] ?? null;
    if (own === null) return [];
    const others = row.filter((_, at) => at !== rater).filter((score) => score !== null);
    if (others.length === 0) return [];
    return [{ performance, own, others: mean(others), count: others.length }];
  });
}

/** Mean, variance (n − 1) and standard error of the mean; null where there are too few. */
export function describe(values: readonly number[]): {
  readonly mean: number | null;
  readonly variance: number | null;
  readonly se: number | null;
} {
  const n = values.length;
  if (n < 2) return { mean: values[0] ?? null, variance: null, se: null };
  const spread = variance(values);
  return { mean: mean(values), variance: spread, se: Math.sqrt(spread / n) };
}

/** Pearson's r; null with fewer than three pairs, for two always lie on a line, or without variance. */
export const pearson = (xs: readonly number[], ys: readonly number[]): number | null =>
  xs.length < 3 ? null : correlation(xs, ys);
