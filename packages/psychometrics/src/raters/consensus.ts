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
    const others = row.filter((score, at) => at !== rater && score !== null);
    if (others.length === 0) return [];
    const mean = others.reduce((sum: number, score) => sum + (score ?? 0), 0) / others.length;
    return [{ performance, own, others: mean, count: others.length }];
  });
}

/** Mean, variance (n − 1) and standard error of the mean; null where there are too few. */
export function describe(values: readonly number[]): {
  readonly mean: number | null;
  readonly variance: number | null;
  readonly se: number | null;
} {
  const n = values.length;
  if (n === 0) return { mean: null, variance: null, se: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, variance: null, se: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, variance, se: Math.sqrt(variance / n) };
}

/** Pearson's r; null with fewer than three pairs or without variance. */
export function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const n = xs.length;
  const x = describe(xs);
  const y = describe(ys);
  if (n < 3 || !x.variance || !y.variance || x.mean === null || y.mean === null) return null;
  const { mean } = x;
  const { mean: other } = y;
  const product = xs.reduce((sum, value, at) => sum + (value - mean) * ((ys[at] ?? 0) - other), 0);
  return product / ((n - 1) * Math.sqrt(x.variance * y.variance));
}

/** Adjusts p values so that the chance of any false alarm stays below the level. @see Holm (1979), Scand. J. Statist. 6(2). */
export function holm(ps: readonly (number | null)[]): readonly (number | null)[] {
  const order = ps.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let highest = 0;
  order.forEach(({ p, at }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (order.length - rank)));
    adjusted[at] = highest;
  });
  return adjusted;
}
