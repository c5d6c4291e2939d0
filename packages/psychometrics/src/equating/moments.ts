import { type FrequencyDistribution, type JointDistribution, totalOf, widthOf } from './distribution.ts';

/**
 * What linear equating needs of a group: [mean of the total, mean of the anchor, variance of the total, covariance,
 * variance of the anchor]. Variances divide by n − 1. Without an anchor its three places are 0.
 */
export type GroupMoments = Float64Array;

/** Where a moment stands in {@link GroupMoments}. */
export const MEAN = 0;
/** The place of the mean of the anchor. */
export const ANCHOR_MEAN = 1;
/** The place of the variance of the total. */
export const VARIANCE = 2;
/** The place of the covariance of total and anchor. */
export const COVARIANCE = 3;
/** The place of the variance of the anchor. */
export const ANCHOR_VARIANCE = 4;

/** The scores of a group with the sampling covariances of its moments. */
export interface GroupStatistics {
  readonly n: number;
  readonly moments: GroupMoments;
  /** Covariance matrix (5 × 5) of the estimated moments whatever the shape of the distribution. */
  readonly covariance: Float64Array;
  /** The same for bivariate normal scores. */
  readonly covarianceNormal: Float64Array;
}

/** The moments of one distribution of scores, as they are reported. */
export interface ScoreMoments {
  readonly n: number;
  readonly mean: number;
  /** Divides by n − 1; null for one candidate. */
  readonly sd: number | null;
  /** Third and fourth standardized moments (3 for a normal distribution); null without variance. */
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

/** The moments of a distribution; skewness and kurtosis are mean powers of z scores with the sd of n − 1. */
export function scoreMoments({ low, counts }: FrequencyDistribution): ScoreMoments {
  const n = totalOf(counts);
  const mean = counts.reduce((sum, count, at) => sum + count * (low + at), 0) / n;
  const power = (k: number): number => counts.reduce((sum, count, at) => sum + count * (low + at - mean) ** k, 0) / n;
  const variance = n > 1 ? (power(2) * n) / (n - 1) : 0;
  const sd = n > 1 ? Math.sqrt(variance) : null;
  return {
    n,
    mean,
    sd,
    skewness: variance > 0 ? power(3) / variance ** 1.5 : null,
    kurtosis: variance > 0 ? power(4) / variance ** 2 : null,
  };
}

/** A distribution without an anchor as a joint one with a single anchor score. */
export const withoutAnchor = ({ low, high, counts }: FrequencyDistribution): JointDistribution => ({
  total: { low, high },
  anchor: { low: 0, high: 0 },
  counts,
});

/**
 * The moments of a group and the covariances with which they are estimated: by the central moments up to the fourth
 * (Cramér 1946, chapter 27), and for normal scores by Isserlis (1918).
 */
export function groupStatistics({ total, anchor, counts }: JointDistribution): GroupStatistics {
  const width = widthOf(anchor);
  const n = totalOf(counts);
  let meanX = 0;
  let meanV = 0;
  counts.forEach((count, at) => {
    meanX += count * (total.low + Math.floor(at / width));
    meanV += count * (anchor.low + (at % width));
  });
  meanX /= n;
  meanV /= n;
  const powers = new Float64Array(25);
  counts.forEach((count, at) => {
    if (count === 0) return;
    const x = total.low + Math.floor(at / width) - meanX;
    const v = anchor.low + (at % width) - meanV;
    for (let i = 0; i < 5; i += 1) {
      for (let j = 0; i + j < 5; j += 1) powers[i * 5 + j] = (powers[i * 5 + j] ?? 0) + (count / n) * x ** i * v ** j;
    }
  });
  const unbiased = n > 1 ? n / (n - 1) : 0;
  const central = (i: number, j: number): number => (powers[i * 5 + j] ?? 0) * (i + j === 2 ? unbiased : 1);
  const moments = Float64Array.of(meanX, meanV, central(2, 0), central(1, 1), central(0, 2));
  return { n, moments, covariance: covariances(central, n, false), covarianceNormal: covariances(central, n, true) };
}

/** Which powers of total and anchor score each moment averages. */
const EXPONENTS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
];

function covariances(central: (i: number, j: number) => number, n: number, normal: boolean): Float64Array {
  const matrix = new Float64Array(25);
  EXPONENTS.forEach(([i, j], a) => {
    EXPONENTS.forEach(([k, l], b) => {
      const order = i + j + k + l;
      const joint =
        normal && order === 3 ? 0 : normal && order === 4 ? fourthNormal(central, i + k) : central(i + k, j + l);
      matrix[a * 5 + b] = (order === 4 ? joint - central(i, j) * central(k, l) : joint) / n;
    });
  });
  return matrix;
}

/** E(x^i v^(4−i)) of a bivariate normal distribution. */
function fourthNormal(central: (i: number, j: number) => number, i: number): number {
  const [xx, xv, vv] = [central(2, 0), central(1, 1), central(0, 2)];
  return [3 * vv * vv, 3 * vv * xv, xx * vv + 2 * xv * xv, 3 * xx * xv, 3 * xx * xx][i] ?? 0;
}
