import { poissonTerm } from '../special/saddle-point.ts';
import { gammaP, gammaQ, logGamma } from '../special.ts';
import { invert, requireProbability } from './invert.ts';
import { normal } from './normal.ts';

/** A first guess of log x: Wilson and Hilferty (1931), and below it the first term of the series. */
function start(p: number, shape: number): number {
  const t = 1 / (9 * shape);
  const cube = 1 - t + normal.quantile(p) * Math.sqrt(t);
  if (cube > 0.3) return Math.log(shape) + 3 * Math.log(cube);
  return (Math.log(p) + logGamma(shape + 1)) / shape;
}

function requireScale(scale: number): void {
  if (!(scale > 0 && scale < Infinity))
    throw new RangeError(`a gamma distribution wants a scale above 0, not ${scale}`);
}

function quantile(p: number, shape: number, scale: number): number {
  requireProbability(p);
  requireScale(scale);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const line = {
    cdf: (y: number) => gammaP(shape, Math.exp(y)),
    upper: (y: number) => gammaQ(shape, Math.exp(y)),
    density: (y: number) => shape * poissonTerm(shape, Math.exp(y)),
  };
  const guess = start(p, shape);
  // exp(−745) is the smallest number there is.
  if (guess < -740) return 0;
  return scale * Math.exp(invert(line, p, guess, 0.5 + 1 / shape));
}

/**
 * The gamma distribution with `shape` and `scale` above 0: mean shape · scale. Both tails to a relative 1e-13, the
 * quantile to 1e-13.
 *
 * @throws {RangeError} for a shape or scale that is not above 0, for a p that is no probability.
 */
export const gamma = {
  cdf(x: number, shape: number, scale: number): number {
    requireScale(scale);
    return gammaP(shape, Math.max(0, x / scale));
  },
  upper(x: number, shape: number, scale: number): number {
    requireScale(scale);
    return gammaQ(shape, Math.max(0, x / scale));
  },
  quantile,
} as const;
