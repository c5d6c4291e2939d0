import { type FrequencyDistribution, totalOf } from './distribution.ts';

/** A distribution of scores made continuous: a candidate's score is spread evenly over half a point on either side. */
export interface Continuized {
  readonly low: number;
  readonly high: number;
  /** Share of candidates per score; they sum to 1. */
  readonly density: Float64Array;
  /** Share of candidates at each score or below. */
  readonly cumulative: Float64Array;
}

/**
 * Spreads a distribution by the uniform kernel on which percentile ranks rest.
 *
 * @throws {RangeError} without candidates.
 * @see Holland & Thayer (1989), ETS RR-89-7; Kolen & Brennan (2014), section 2.5.
 */
export function continuize({ low, high, counts }: FrequencyDistribution): Continuized {
  const n = totalOf(counts);
  if (!(n > 0)) throw new RangeError('nobody has a score in this distribution; a group of nobody cannot be equated');
  const density = counts.map((count) => count / n);
  const cumulative = new Float64Array(density.length);
  let sum = 0;
  density.forEach((share, at) => {
    sum += share;
    cumulative[at] = sum;
  });
  cumulative[cumulative.length - 1] = 1;
  return { low, high, density, cumulative };
}

/**
 * The percentile rank of a score, whole or not, as a share of 1: those below the score and half of those with it.
 *
 * @see Kolen & Brennan (2014), formula 2.14.
 */
export function percentileRank({ low, high, density, cumulative }: Continuized, score: number): number {
  if (score <= low - 0.5) return 0;
  if (score >= high + 0.5) return 1;
  const at = Math.min(Math.floor(score - low + 0.5), density.length - 1);
  return (cumulative[at - 1] ?? 0) + (score - low - at + 0.5) * (density[at] ?? 0);
}

/** Shares nearer than this are the same: it is above the rounding of sums of thousands of shares, below any candidate. */
const SAME = 1e-13;

/**
 * The score at a percentile rank. Where scores that nobody has make more than one score right, the middle of them; at rank
 * 0 the lower end of the range, half a point below the lowest score, and at rank 1 the upper end.
 *
 * @param rank share of 1.
 * @see Kolen & Brennan (2014), formulas 2.16 to 2.18.
 */
export function scoreAtRank({ low, high, density, cumulative }: Continuized, rank: number): number {
  if (rank <= SAME) return low - 0.5;
  if (rank >= 1 - SAME) return high + 0.5;
  // The smallest score at which the cumulative share exceeds the rank: found by halving.
  let from = 0;
  let to = cumulative.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cumulative[middle] ?? 1) > rank + SAME) to = middle;
    else from = middle + 1;
  }
  const below = cumulative[from - 1] ?? 0;
  const upper = low + from - 0.5 + Math.max(0, rank - below) / (density[from] ?? 1);
  if (Math.abs(rank - below) > SAME) return upper;
  let last = from - 1;
  while (last > 0 && (density[last] ?? 0) === 0) last -= 1;
  return (upper + low + last + 0.5) / 2;
}
