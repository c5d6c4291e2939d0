import { incompleteBeta } from '../special/incomplete-beta.ts';
import { betaQuantilePair } from './beta.ts';

function tail(f: number, d1: number, d2: number, upper: boolean): number {
  if (!(d1 > 0 && d2 > 0))
    throw new RangeError(`the F distribution wants degrees of freedom above 0, not ${d1}, ${d2}`);
  if (Number.isNaN(f)) throw new RangeError('NaN has no place in an F distribution');
  if (f <= 0) return upper ? 1 : 0;
  if (f === Infinity) return upper ? 0 : 1;
  const whole = d1 * f + d2;
  return incompleteBeta((d1 * f) / whole, d2 / whole, d1 / 2, d2 / 2, upper);
}

/**
 * The F distribution with `d1` and `d2` degrees of freedom, above 0, not necessarily whole. Tails to a relative 1e-13.
 *
 * @throws {RangeError} for degrees of freedom that are not above 0, for a p that is no probability.
 */
export const fDistribution = {
  cdf: (f: number, d1: number, d2: number): number => tail(f, d1, d2, false),
  upper: (f: number, d1: number, d2: number): number => tail(f, d1, d2, true),
  quantile: (p: number, d1: number, d2: number): number => {
    const [x, y] = betaQuantilePair(p, d1 / 2, d2 / 2);
    return (d2 * x) / (d1 * y);
  },
} as const;
