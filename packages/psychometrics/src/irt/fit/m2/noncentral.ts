import { chiSquare } from '../../../numeric/distributions/chi-square.ts';
import { findRoot } from '../../../numeric/optimize.ts';
import { logFactorial } from '../../../numeric/special.ts';

/**
 * P(X ≤ x) of the noncentral chi-square distribution: central ones mixed by Poisson weights, summed from the largest
 * weight on until they vanish. Absolute error below 1e-10.
 *
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, formula 29.3.
 */
export function noncentralChiSquareCdf(x: number, df: number, noncentrality: number): number {
  if (x <= 0) return 0;
  if (noncentrality <= 0) return chiSquare.cdf(x, df);
  const half = noncentrality / 2;
  const weight = (j: number): number => Math.exp(-half + j * Math.log(half) - logFactorial(j));
  const center = Math.floor(half);
  let sum = 0;
  for (let j = center; j >= 0; j -= 1) {
    const mass = weight(j);
    if (mass < 1e-16) break;
    sum += mass * chiSquare.cdf(x, df + 2 * j);
  }
  for (let j = center + 1; ; j += 1) {
    const mass = weight(j);
    if (mass < 1e-16) break;
    sum += mass * chiSquare.cdf(x, df + 2 * j);
  }
  return Math.min(1, sum);
}

/**
 * The noncentrality at which P(X ≤ x) equals p; 0 where the central distribution is there already.
 */
export function noncentralityAt(x: number, df: number, p: number): number {
  if (chiSquare.cdf(x, df) <= p) return 0;
  let high = Math.max(x, 1);
  while (noncentralChiSquareCdf(x, df, high) > p && high < 1e9) high *= 2;
  return findRoot((value) => noncentralChiSquareCdf(x, df, value) - p, 0, high, { tolerance: 1e-10 }).x;
}
