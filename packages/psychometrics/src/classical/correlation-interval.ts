import { normal } from '../numeric/distributions/index.ts';

/**
 * The interval of a correlation by Fisher's transformation; of ±1 that value alone.
 *
 * @returns null without a correlation, or with fewer than four observations.
 * @see Fisher (1921), Metron 1.
 */
export function correlationInterval(r: number | null, n: number, confidence = 0.95): readonly [number, number] | null {
  if (r === null || n < 4) return null;
  if (Math.abs(r) >= 1) return [r, r];
  const z = Math.atanh(r);
  const half = normal.quantile((1 + confidence) / 2) / Math.sqrt(n - 3);
  return [Math.tanh(z - half), Math.tanh(z + half)];
}

/**
 * The biserial correlation: what the correlation would be were the item's scores a continuous, normal variable that is cut
 * at p. It may pass 1 where the totals are not normal.
 *
 * @param pointBiserial the correlation with the item scored 0 and 1.
 * @param p the share of 1.
 * @see Pearson (1909), Biometrika 7; Lord & Novick (1968), section 15.5.
 */
export function biserialOf(pointBiserial: number | null, p: number): number | null {
  return pointBiserial === null || !(p > 0 && p < 1)
    ? null
    : (pointBiserial * Math.sqrt(p * (1 - p))) / normal.density(normal.quantile(p));
}

/**
 * The interval of a biserial correlation from its large-sample standard error (√(pq)/φ − r²)/√n, cut off at ±1.
 *
 * @see Soper (1914), Biometrika 10; Jacobs & Viechtbauer (2017), Res. Synth. Methods 8(2).
 */
export function biserialInterval(
  biserial: number | null,
  p: number,
  n: number,
  confidence = 0.95,
): readonly [number, number] | null {
  if (biserial === null || n < 4) return null;
  const factor = Math.sqrt(p * (1 - p)) / normal.density(normal.quantile(p));
  const se = Math.abs(factor - biserial ** 2) / Math.sqrt(n);
  const half = normal.quantile((1 + confidence) / 2) * se;
  const inRange = (value: number): number => Math.max(-1, Math.min(1, value));
  return [inRange(biserial - half), inRange(biserial + half)];
}
