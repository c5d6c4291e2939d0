import { studentT } from '../numeric/distributions/index.ts';
import { mean, quantile, variance } from '../numeric/summary.ts';

/** The distribution of the total scores. */
export interface ScoreSummary {
  readonly n: number;
  readonly maximum: number;
  readonly mean: number;
  /** Student's; null of one candidate. */
  readonly meanInterval: readonly [number, number] | null;
  /** With n − 1 below; null of one candidate. */
  readonly sd: number | null;
  readonly variance: number | null;
  readonly median: number;
  /** The first and the third quartile (type 7 of Hyndman & Fan). */
  readonly quartiles: readonly [number, number];
  readonly lowest: number;
  readonly highest: number;
  /** m₃ / s³, with s of n − 1 (type 3 of Joanes & Gill 1998); null without variance. */
  readonly skewness: number | null;
  /** m₄ / s⁴ − 3: 0 of a normal distribution; null without variance. */
  readonly kurtosis: number | null;
  /** Every whole score from 0 to the maximum, and how many have it; fractions (of incomplete data) are rounded. */
  readonly distribution: readonly { readonly score: number; readonly count: number }[];
}

/**
 * @param totals one per candidate, in score points.
 * @throws {RangeError} of no candidates.
 */
export function scoreSummary(totals: Float64Array, maximum: number, confidence = 0.95): ScoreSummary {
  const n = totals.length;
  const center = mean(totals);
  const spread = n < 2 ? null : variance(totals);
  const sd = spread === null ? null : Math.sqrt(spread);
  const sorted = totals.slice().sort();
  const counts = new Int32Array(maximum + 1);
  for (const total of totals) {
    const score = Math.min(maximum, Math.round(total));
    counts[score] = (counts[score] ?? 0) + 1;
  }
  const half = sd === null ? null : (studentT.quantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  const varies = (sorted[0] ?? 0) < (sorted[n - 1] ?? 0) && sd !== null;
  const moment = (power: number): number => mean(totals.map((total) => (total - center) ** power));
  return {
    n,
    maximum,
    mean: center,
    meanInterval: half === null ? null : [center - half, center + half],
    sd: varies ? sd : n < 2 ? null : 0,
    variance: varies ? spread : n < 2 ? null : 0,
    median: quantile(sorted, 0.5),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    lowest: sorted[0] ?? 0,
    highest: sorted[n - 1] ?? 0,
    skewness: varies ? moment(3) / sd ** 3 : null,
    kurtosis: varies ? moment(4) / sd ** 4 - 3 : null,
    distribution: Array.from(counts, (count, score) => ({ score, count })),
  };
}
