import { logBeta } from '../numeric/special.ts';
import type { TrueScoreBeta } from './beta-distribution.ts';

/** Points and weights of a distribution of true scores. */
export interface ScorePoints {
  readonly shares: Float64Array;
  /** They sum to 1. */
  readonly weights: Float64Array;
}

/**
 * Points by which a smooth function is averaged over a beta distribution, divided at the cut so that classifications by
 * true score are exact: tanh-sinh quadrature, which the infinite densities at the ends of a beta distribution do not harm.
 * Halves its step until the weights sum to 1 within 1e-10, at most five times.
 *
 * @param cut a share; the points of [lower, cut) come first.
 * @see Takahasi & Mori (1974), Publ. RIMS Kyoto 9.
 */
export function betaPoints(distribution: TrueScoreBeta, cut: number): ScorePoints {
  const { lower, upper } = distribution;
  const place = Math.min(1, Math.max(0, (cut - lower) / (upper - lower)));
  for (let step = 1 / 16; ; step /= 2) {
    const points = pointsWith(distribution, place, step);
    const sum = points.weights.reduce((total, weight) => total + weight, 0);
    if (Math.abs(sum - 1) < 1e-10 || step <= 1 / 512) {
      return { shares: points.shares, weights: points.weights.map((weight) => weight / sum) };
    }
  }
}

function pointsWith({ alpha, beta, lower, upper }: TrueScoreBeta, place: number, step: number): ScorePoints {
  const shares: number[] = [];
  const weights: number[] = [];
  const constant = logBeta(alpha, beta);
  // Beyond 6.1 the points run into the smallest numbers there are.
  const reach = Math.round(6.1 / step);
  for (const [from, width] of [
    [0, place],
    [place, 1 - place],
  ] as const) {
    if (width <= 0) continue;
    for (let at = -reach; at <= reach; at += 1) {
      const s = at * step;
      const near = 1 / (1 + Math.exp(-Math.PI * Math.sinh(s)));
      const far = 1 / (1 + Math.exp(Math.PI * Math.sinh(s)));
      const share = from + width * near;
      // What is left to the upper end, without the cancellation of 1 − share.
      const left = 1 - from - width + width * far;
      if (!(share > 0) || !(left > 0)) continue;
      const density = (alpha - 1) * Math.log(share) + (beta - 1) * Math.log(left) - constant;
      const weight = Math.exp(density) * step * width * Math.PI * Math.cosh(s) * near * far;
      if (!(weight > 0)) continue;
      shares.push(lower + (upper - lower) * share);
      weights.push(weight);
    }
  }
  return { shares: Float64Array.from(shares), weights: Float64Array.from(weights) };
}
