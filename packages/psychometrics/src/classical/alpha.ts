import { chiSquare, fDistribution } from '../numeric/distributions/index.ts';
import type { ItemCovariance } from './item-covariance.ts';

/**
 * Coefficient alpha, k/(k − 1) · (1 − Σ var(item) / var(total)); null with fewer than two items or no variance of the total.
 *
 * @see Cronbach (1951), Psychometrika 16(3). Equal to KR-20 for items scored 0 and 1.
 */
export const alphaOf = ({ variances, total }: ItemCovariance): number | null =>
  alphaFrom(variances.length, sumOf(variances), total);

/** Alpha from the number of items, the sum of their variances and the variance of the total; null where there is none. */
export function alphaFrom(k: number, sumOfVariances: number, variance: number): number | null {
  return k < 2 || !(variance > 0) ? null : (k / (k - 1)) * (1 - sumOfVariances / variance);
}

/** Alpha of the correlations, as if all items had the same variance; constant items are left out. Null as alpha is. */
export function standardizedAlpha(covariance: ItemCovariance): number | null {
  const { variances, matrix } = covariance;
  const m = variances.length;
  const varying = Array.from(variances.keys()).filter((a) => (variances[a] ?? 0) > 0);
  const k = varying.length;
  let total = 0;
  for (const a of varying) {
    for (const b of varying) total += (matrix[a * m + b] ?? 0) / Math.sqrt((variances[a] ?? 1) * (variances[b] ?? 1));
  }
  return alphaFrom(k, k, total);
}

/** Alpha without each item in turn; null where fewer than two items are left. */
export function alphaIfDeleted({ variances, withTotal, total }: ItemCovariance): readonly (number | null)[] {
  const sum = sumOf(variances);
  return Array.from(variances, (variance, at) =>
    alphaFrom(variances.length - 1, sum - variance, total - 2 * (withTotal[at] ?? 0) + variance),
  );
}

/**
 * Kuder and Richardson's formula 21, from the mean and the variance of the total alone; a lower bound of KR-20.
 *
 * @param variance with n below, as the formula was derived.
 * @see Kuder & Richardson (1937), Psychometrika 2(3), formula 21.
 */
export function kr21(items: number, mean: number, variance: number): number | null {
  return items < 2 || !(variance > 0)
    ? null
    : (items / (items - 1)) * (1 - (mean * (items - mean)) / (items * variance));
}

/**
 * The interval of alpha: (1 − α) / (1 − α̂) follows F with n − 1 and (n − 1)(k − 1) degrees of freedom.
 *
 * @param confidence in (0, 1), such as 0.95.
 * @returns null with fewer than two candidates or items.
 * @see Feldt (1965), Psychometrika 30(3).
 */
export function alphaInterval(
  alpha: number | null,
  persons: number,
  items: number,
  confidence = 0.95,
): readonly [number, number] | null {
  if (alpha === null || persons < 2 || items < 2) return null;
  const d1 = persons - 1;
  const d2 = d1 * (items - 1);
  const tail = (1 - confidence) / 2;
  return [
    1 - (1 - alpha) * fDistribution.quantile(1 - tail, d1, d2),
    1 - (1 - alpha) * fDistribution.quantile(tail, d1, d2),
  ];
}

/**
 * The interval of the standard error of measurement: its square is k times the mean square of the residuals of candidates
 * by items, so that (n − 1)(k − 1) SEM² / σ² follows chi-square.
 *
 * @see Feldt (1965), from the same analysis of variance.
 */
export function semInterval(
  sem: number | null,
  persons: number,
  items: number,
  confidence = 0.95,
): readonly [number, number] | null {
  if (sem === null || persons < 2 || items < 2) return null;
  const df = (persons - 1) * (items - 1);
  const tail = (1 - confidence) / 2;
  return [sem * Math.sqrt(df / chiSquare.quantile(1 - tail, df)), sem * Math.sqrt(df / chiSquare.quantile(tail, df))];
}

const sumOf = (xs: Float64Array): number => xs.reduce((sum, x) => sum + x, 0);
