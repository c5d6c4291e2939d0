import { findRoot } from '../numeric/optimize.ts';
import { type FrequencyDistribution, type JointDistribution, totalMargin } from './distribution.ts';
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
 * @param weighing the distributions that say which scores the splines follow and how closely, those equated by default.
 *   Held fixed they make the result move steadily with the data, as the delta method wants it.
 * @see Kolen (1984), J. Educ. Stat. 9(1); Kolen & Brennan (2014), section 3.4.
 */
export const postsmoothed =
  (s: number, weighing?: { readonly x: JointDistribution; readonly y: JointDistribution }): DistributionMethod =>
  (x, y) => {
    const [first, second] = [totalMargin(x), totalMargin(y)];
    const [givenX, givenY] =
      weighing === undefined ? [first, second] : [totalMargin(weighing.x), totalMargin(weighing.y)];
    const forward = oneWay(first, second, s, weightsOf(givenX, givenY));
    const backward = oneWay(second, first, s, weightsOf(givenY, givenX));
    const inverse = (score: number): number =>
      findRoot((value) => backward(value) - score, second.low - 0.5, second.high + 0.5).x;
    return curve((score) => (forward(score) + inverse(score)) / 2);
  };

/** The scores that a spline follows, with the standard errors of what they equate to. */
interface SplineWeights {
  readonly inside: readonly number[];
  readonly sd: readonly number[];
}

function weightsOf(from: FrequencyDistribution, to: FrequencyDistribution): SplineWeights {
  const continuized = continuize(from);
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
  return { inside, sd };
}

function oneWay(
  from: FrequencyDistribution,
  to: FrequencyDistribution,
  s: number,
  { inside, sd }: SplineWeights,
): (score: number) => number {
  const equated = equipercentileFunction(from, to);
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
