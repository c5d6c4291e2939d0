import { beta } from '../numeric/distributions/beta.ts';

/** The exact 95 % interval of a share, hits of n; null of none. @see Clopper & Pearson (1934), Biometrika 26(4). */
export function betaInterval(hits: number, n: number): readonly [number, number] | null {
  if (n === 0) return null;
  const low = hits === 0 ? 0 : beta.quantile(0.025, hits, n - hits + 1);
  const high = hits === n ? 1 : beta.quantile(0.975, hits + 1, n - hits);
  return [low, high];
}
