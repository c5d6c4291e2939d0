import { gammaP, gammaQ } from '../special.ts';
import { gamma } from './gamma.ts';

/**
 * The χ² distribution with `df` degrees of freedom, above 0, not necessarily whole. Both tails to a relative 1e-13.
 *
 * @throws {RangeError} for df that is not above 0, for a p that is no probability.
 */
export const chiSquare = {
  cdf: (x: number, df: number): number => gammaP(df / 2, Math.max(0, x) / 2),
  upper: (x: number, df: number): number => gammaQ(df / 2, Math.max(0, x) / 2),
  quantile: (p: number, df: number): number => gamma.quantile(p, df / 2, 2),
} as const;
