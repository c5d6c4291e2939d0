import { Random } from '../numeric/random.ts';
import type { ItemCovariance } from './item-covariance.ts';

/** Reliability from two halves of one test. */
export interface SplitHalves {
  /** Odd against even items, stepped up by Spearman and Brown's formula. Null where a half does not vary. */
  readonly oddEven: number | null;
  /** Odd against even items by Guttman's fourth bound (Flanagan, Rulon); needs no equal halves. */
  readonly guttman: number | null;
  /** Guttman's coefficient of the splits that were tried. The mean over all equal halves is alpha. */
  readonly best: number | null;
  readonly mean: number | null;
  readonly worst: number | null;
  /** How many splits were tried. */
  readonly splits: number;
  /** All splits were tried, not a sample of them. */
  readonly exhaustive: boolean;
}

/** Up to this many items every split is tried: 6,435 splits of 16 items. */
const EVERY_SPLIT_TO = 16;

/**
 * Reliability by split halves. Longer tests have too many splits: a sample of up to 10,000 is drawn, and best and worst are
 * those of the sample.
 *
 * @param seed of the sample of splits.
 * @see Spearman (1910); Brown (1910); Rulon (1939), Harv. Educ. Rev. 9; Guttman (1945); Cronbach (1951) for the mean.
 */
export function splitHalves(covariance: ItemCovariance, seed = 1): SplitHalves {
  const { matrix, total } = covariance;
  const m = covariance.variances.length;
  if (m < 2 || !(total > 0)) {
    return { oddEven: null, guttman: null, best: null, mean: null, worst: null, splits: 0, exhaustive: false };
  }
  const odd = new Int8Array(m).map((_, at) => (at % 2 === 0 ? 1 : -1));
  const exhaustive = m <= EVERY_SPLIT_TO;
  let best = -Infinity;
  let worst = Infinity;
  let sum = 0;
  let splits = 0;
  for (const signs of exhaustive ? everySplit(m) : sampledSplits(m, seed)) {
    const value = 1 - differenceVariance(matrix, signs) / total;
    best = Math.max(best, value);
    worst = Math.min(worst, value);
    sum += value;
    splits += 1;
  }
  return {
    oddEven: spearmanBrown(matrix, odd, total),
    guttman: 1 - differenceVariance(matrix, odd) / total,
    best,
    mean: sum / splits,
    worst,
    splits,
    exhaustive,
  };
}

/** The variance of the difference between the halves: s′Cs with signs s. */
function differenceVariance(matrix: Float64Array, signs: Int8Array): number {
  const m = signs.length;
  let result = 0;
  for (let a = 0; a < m; a += 1) {
    let row = 0;
    for (let b = 0; b < m; b += 1) row += (matrix[a * m + b] ?? 0) * (signs[b] ?? 0);
    result += row * (signs[a] ?? 0);
  }
  return result;
}

function spearmanBrown(matrix: Float64Array, signs: Int8Array, total: number): number | null {
  const m = signs.length;
  const first = signs.map((sign) => (sign > 0 ? 1 : 0));
  const a = differenceVariance(matrix, first);
  const b = differenceVariance(
    matrix,
    signs.map((sign) => (sign > 0 ? 0 : 1)),
  );
  if (m < 2 || !(a > 0) || !(b > 0)) return null;
  const r = (total - a - b) / 2 / Math.sqrt(a * b);
  return r <= -1 ? null : (2 * r) / (1 + r);
}

/** Every split into halves that differ by one item at most; the first item always stands in the first half. */
function* everySplit(m: number): Generator<Int8Array> {
  const sizes = m % 2 === 0 ? [m / 2] : [(m - 1) / 2, (m + 1) / 2];
  const signs = new Int8Array(m);
  for (let bits = 1; bits < 2 ** m; bits += 2) {
    let ones = 0;
    for (let at = 0; at < m; at += 1) {
      const first = (bits >> at) & 1;
      ones += first;
      signs[at] = first === 1 ? 1 : -1;
    }
    if (sizes.includes(ones)) yield signs;
  }
}

function* sampledSplits(m: number, seed: number): Generator<Int8Array> {
  const random = new Random(seed);
  const count = Math.max(500, Math.min(10_000, Math.floor(5e7 / m ** 2)));
  const half = Int8Array.from({ length: m }, (_, at) => (at < m / 2 ? 1 : -1));
  for (let split = 0; split < count; split += 1) yield Int8Array.from(random.shuffle(Array.from(half)));
}
