import { incompleteBeta } from '../special/incomplete-beta.ts';
import { binomialTerm } from '../special/saddle-point.ts';
import { betaI, betaIUpper, logBeta } from '../special.ts';
import { invert, requireProbability } from './invert.ts';
import { normal } from './normal.ts';

/** x and 1 − x at the log odds y, each without rounding the other away. */
const atLogOdds = (y: number): readonly [number, number] => {
  const e = Math.exp(-Math.abs(y));
  return y < 0 ? [e / (1 + e), 1 / (1 + e)] : [1 / (1 + e), e / (1 + e)];
};

/** A first guess of the log odds: normal with matched moments where that is sound, else the first term of the series. */
function start(p: number, a: number, b: number): number {
  if (a > 1 && b > 1) return Math.log(a / b) + normal.quantile(p) * Math.sqrt(1 / a + 1 / b);
  if (p < a / (a + b) || p < 0.5) return Math.max(-700, (Math.log(p) + Math.log(a) + logBeta(a, b)) / a);
  return Math.min(700, -(Math.log1p(-p) + Math.log(b) + logBeta(a, b)) / b);
}

/** The quantile as x and 1 − x. */
export function betaQuantilePair(p: number, a: number, b: number): readonly [number, number] {
  requireProbability(p);
  if (p === 0) return [0, 1];
  if (p === 1) return [1, 0];
  const line = {
    cdf: (y: number) => incompleteBeta(...atLogOdds(y), a, b, false),
    upper: (y: number) => incompleteBeta(...atLogOdds(y), a, b, true),
    density: (y: number) => ((a * b) / (a + b)) * binomialTerm(a, b, ...atLogOdds(y)),
  };
  return atLogOdds(invert(line, p, start(p, a, b), 1 + 1 / Math.min(a, b)));
}

function density(x: number, a: number, b: number): number {
  if (x < 0 || x > 1) return 0;
  return ((a * b) / (a + b)) * (binomialTerm(a, b, x, 1 - x) / (x * (1 - x)));
}

/**
 * The beta distribution on [0, 1] with `a` and `b` above 0: mean a / (a + b). Both tails to a relative 1e-13.
 *
 * @throws {RangeError} for parameters that are not above 0, for a p that is no probability, for a density at 0 or 1.
 */
export const beta = {
  density: (x: number, a: number, b: number): number => {
    if (x === 0 || x === 1) throw new RangeError('the density of the beta distribution is given inside (0, 1) only');
    return density(x, a, b);
  },
  cdf: (x: number, a: number, b: number): number => betaI(Math.min(1, Math.max(0, x)), a, b),
  upper: (x: number, a: number, b: number): number => betaIUpper(Math.min(1, Math.max(0, x)), a, b),
  quantile: (p: number, a: number, b: number): number => betaQuantilePair(p, a, b)[0],
} as const;
