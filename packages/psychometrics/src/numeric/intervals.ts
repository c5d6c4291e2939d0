import { beta } from './distributions/beta.ts';
import { normal } from './distributions/normal.ts';
import { quantile } from './summary.ts';

/** The 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/** The 95 % interval of a normal estimate. */
export const intervalAround = (value: number, se: number): readonly [number, number] => [
  value - Z95 * se,
  value + Z95 * se,
];

/** The 95 % interval of an estimate whose logarithm is normal. */
export const ratioInterval = (ratio: number, seLog: number): readonly [number, number] => [
  ratio * Math.exp(-Z95 * seLog),
  ratio * Math.exp(Z95 * seLog),
];

/**
 * The interval of a share by Wilson's score method; holds its level for small n and shares near 0 and 1.
 *
 * @see Wilson (1927), JASA 22; recommended by Brown, Cai & DasGupta (2001), Statist. Sci. 16(2).
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): readonly [number, number] | null {
  if (n < 1) return null;
  const z2 = normal.quantile((1 + confidence) / 2) ** 2;
  const p = successes / n;
  const center = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return [successes === 0 ? 0 : center - half, successes === n ? 1 : center + half];
}

/** The exact 95 % interval of a share, hits of n; null of none. @see Clopper & Pearson (1934), Biometrika 26(4). */
export function exactInterval(hits: number, n: number): readonly [number, number] | null {
  if (n === 0) return null;
  const low = hits === 0 ? 0 : beta.quantile(0.025, hits, n - hits + 1);
  const high = hits === n ? 1 : beta.quantile(0.975, hits + 1, n - hits);
  return [low, high];
}

/** The interval that holds the middle of the values; null of none. */
export function percentileInterval(values: readonly number[], confidence: number): readonly [number, number] | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return [quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2)];
}
