import { findRoot } from '../numeric/optimize.ts';
import { type FrequencyDistribution, totalMargin } from './distribution.ts';
import { type DistributionMethod, equipercentileFunction } from './distribution-methods.ts';
import { curve } from './equating-function.ts';
import { lordErrors } from './formula-errors.ts';
import { withoutAnchor } from './moments.ts';
import { continuize, percentileRank } from './percentile-rank.ts';
import { smoothingSpline } from './smoothing-spline.ts';

/**
 * Equipercentile equating smoothed afterwards: a cubic spline through the equated scores between the percentile ranks 0.5
 * and 99.5, straight lines to half a point beyond the ends outside, and the mean of X to Y and of the inverse of Y to X, so
 * that the result is symmetric.
 *
 * @param s amount of smoothing, 0.05 to 1 as a rule; see smoothingSpline.
 * @see Kolen (1984), J. Educ. Stat. 9(1); Kolen & Brennan (2014), section 3.4.
 */
export const postsmoothed =
  (s: number): DistributionMethod =>
  (x, y) => {
    const [first, second] = [totalMargin(x), totalMargin(y)];
    const forward = oneWay(first, second, s);
    const backward = oneWay(second, first, s);
    const inverse = (score: number): number =>
      findRoot((value) => backward(value) - score, second.low - 0.5, second.high + 0.5).x;
    return curve((score) => (forward(score) + inverse(score)) / 2);
  };

function oneWay(from: FrequencyDistribution, to: FrequencyDistribution, s: number): (score: number) => number {
  const continuized = continuize(from);
  const equated = equipercentileFunction(from, to);
  const errors = lordErrors(withoutAnchor(from), withoutAnchor(to));
  const inside = Array.from(errors, (_, at) => from.low + at).filter((score) => {
    const rank = percentileRank(continuized, score);
    return rank >= 0.005 && rank <= 0.995;
  });
  const known = errors.filter((error) => error > 0);
  if (inside.length < 3 || known.length === 0) {
    throw new RangeError(
      'fewer than three scores lie between the percentile ranks 0.5 and 99.5; equate without smoothing',
    );
  }
  const largest = known.reduce((most, error) => Math.max(most, error), 0);
  // Where nobody has the equated score the formula gives no error: such a point weighs as little as the weakest.
  const sd = inside.map((score) => {
    const error = errors[score - from.low] ?? 0;
    return error > 0 ? error : largest;
  });
  const spline = smoothingSpline({ x: inside, y: inside.map(equated), sd }, s);
  const [low, high] = [inside[0] ?? from.low, inside[inside.length - 1] ?? from.high];
  const [bottom, top] = [from.low - 0.5, from.high + 0.5];
  return (score) => {
    if (score < low) {
      return to.low - 0.5 + ((score - bottom) / (low - bottom)) * (spline.at(low) - to.low + 0.5);
    }
    if (score > high) {
      return to.high + 0.5 - ((top - score) / (top - high)) * (to.high + 0.5 - spline.at(high));
    }
    return spline.at(score);
  };
}
