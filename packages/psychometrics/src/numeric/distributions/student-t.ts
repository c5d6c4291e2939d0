import { incompleteBeta } from '../special/incomplete-beta.ts';
import { betaQuantilePair } from './beta.ts';
import { requireProbability } from './invert.ts';
import { normal } from './normal.ts';

/** Above it the expansion about the normal distribution is nearer than the incomplete beta function can be rounded. */
const MANY = 1e6;

/** Fisher's expansion in 1 / df, to its second term. @see Fisher (1925), Metron 5; Abramowitz & Stegun 26.7. */
function nearNormal(t: number, df: number): number {
  const first = (t ** 3 + t) / 4 / df;
  const second = (3 * t ** 7 - 7 * t ** 5 - 5 * t ** 3 - 3 * t) / 96 / df / df;
  return normal.upper(t) + normal.density(t) * (first + second);
}

/** P(T > |t|). */
function tail(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Student's distribution wants degrees of freedom above 0, not ${df}`);
  if (Number.isNaN(t)) throw new RangeError("NaN has no place in Student's distribution");
  if (df > MANY && t ** 4 < df / 1000) return nearNormal(Math.abs(t), df);
  const square = t * t;
  if (square === Infinity) return 0;
  return incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5, false) / 2;
}

const upper = (t: number, df: number): number => (t >= 0 ? tail(t, df) : 1 - tail(t, df));

function quantile(p: number, df: number): number {
  requireProbability(p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  if (df >= 1e10) return normal.quantile(p);
  const [x, y] = betaQuantilePair(2 * Math.min(p, 1 - p), df / 2, 0.5);
  const size = Math.sqrt((df * y) / x);
  return p < 0.5 ? -size : size;
}

/**
 * Student's t distribution with `df` degrees of freedom, above 0, not necessarily whole; Infinity is the normal
 * distribution. Tails to a relative 1e-13, with df between 1,000 and a million to 1e-16 · df; `twoSided(t)` is
 * P(|T| ≥ |t|).
 *
 * @throws {RangeError} for df that is not above 0, for a p that is no probability.
 */
export const studentT = {
  cdf: (t: number, df: number): number => upper(-t, df),
  upper,
  twoSided: (t: number, df: number): number => 2 * tail(t, df),
  quantile,
} as const;
