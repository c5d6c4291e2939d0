import { logGamma, stirlingTail } from './log-gamma.ts';

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7;
const TWO_PI = 2 * Math.PI;

/** log Γ(n + 1) − (n + 1/2) log n + n − log √(2π): what Stirling's formula misses; n above 0. */
export function stirlingError(n: number): number {
  return n >= 12 ? stirlingTail(n) : logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
}

/** x log(x / m) + m − x without cancellation where x is near m; x from 0, m above 0. */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  const distance = x - m;
  if (Math.abs(distance) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const ratio = distance / (x + m);
  let sum = distance * ratio;
  let power = 2 * x * ratio;
  for (let j = 3; j < 200; j += 2) {
    power *= ratio * ratio;
    const next = sum + power / j;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * e^(−m) m^x / Γ(x + 1), the mass of a Poisson distribution, for real x from 0 and m above 0, to full relative precision
 * in the tails.
 *
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function poissonTerm(x: number, m: number): number {
  if (x === 0) return Math.exp(-m);
  return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(TWO_PI * x);
}

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) p^a q^b, the mass of a binomial distribution, for real a, b from 0; q = 1 − p is
 * given because the difference would be inexact for small p.
 *
 * @see Loader (2000).
 */
export function binomialTerm(a: number, b: number, p: number, q: number): number {
  if (p === 0) return a === 0 ? 1 : 0;
  if (q === 0) return b === 0 ? 1 : 0;
  const n = a + b;
  if (n === 0) return 1;
  if (a === 0) return Math.exp(b * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (b === 0) return Math.exp(a * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const log = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q);
  return (Math.exp(log) * Math.sqrt(n / (TWO_PI * a))) / Math.sqrt(b);
}
