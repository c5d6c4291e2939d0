import { type JointDistribution, totalMargin, totalOf } from './distribution.ts';
import type { EquatingSettings } from './equating-function.ts';
import type { MomentMethod } from './linear-methods.ts';
import type { GroupMoments, GroupStatistics } from './moments.ts';
import { type Continuized, continuize, percentileRank, scoreAtRank } from './percentile-rank.ts';

/**
 * Standard errors of a method that rests on moments, by the delta method over the moments of both groups. It gives the
 * published formulas of the mean, linear, Tucker, Levine and chained linear methods.
 *
 * @param normal takes scores for (bivariate) normal instead of by their third and fourth moments.
 * @returns one per score of X.
 * @see Braun & Holland (1982); Kolen (1985), APM 9(2); Hanson, Zeng & Kolen (1993), APM 17(3); Zeng, Hanson & Kolen (1994), APM 18(4).
 */
export function momentErrors(
  method: MomentMethod,
  x: GroupStatistics,
  y: GroupStatistics,
  settings: EquatingSettings,
  normal = false,
): Float64Array {
  const scores = Float64Array.from({ length: settings.x.high - settings.x.low + 1 }, (_, at) => settings.x.low + at);
  const variance = new Float64Array(scores.length);
  const add = (own: GroupStatistics, equated: (moments: GroupMoments, score: number) => number): void => {
    const matrix = normal ? own.covarianceNormal : own.covariance;
    const gradients = own.moments.length;
    const slopes: Float64Array[] = [];
    for (let moment = 0; moment < gradients; moment += 1) {
      // A ten-thousandth of the moment's own sampling error: far from rounding, near enough to be straight.
      const step = 1e-4 * Math.sqrt(Math.max(0, matrix[moment * 6] ?? 0));
      const [up, down] = [own.moments.slice(), own.moments.slice()];
      up[moment] = (up[moment] ?? 0) + step;
      down[moment] = (down[moment] ?? 0) - step;
      slopes.push(scores.map((score) => (step > 0 ? (equated(up, score) - equated(down, score)) / (2 * step) : 0)));
    }
    for (let at = 0; at < scores.length; at += 1) {
      let sum = 0;
      for (let i = 0; i < gradients; i += 1) {
        for (let j = 0; j < gradients; j += 1) {
          sum += (slopes[i]?.[at] ?? 0) * (slopes[j]?.[at] ?? 0) * (matrix[i * 5 + j] ?? 0);
        }
      }
      variance[at] = (variance[at] ?? 0) + sum;
    }
  };
  add(x, (moments, score) => method(moments, y.moments, settings).at(score));
  add(y, (moments, score) => method(x.moments, moments, settings).at(score));
  return variance.map((value) => Math.sqrt(Math.max(0, value)));
}

/**
 * Standard errors of equipercentile equating without smoothing, of equivalent groups.
 *
 * @returns one per score of X; NaN where nobody has the equated score, for the formula then divides by 0.
 * @see Lord (1982), J. Educ. Stat. 7(3); Kolen & Brennan (2014), formula 7.12.
 */
export function lordErrors(x: JointDistribution, y: JointDistribution): Float64Array {
  const [first, second] = [totalMargin(x), totalMargin(y)];
  const [n, m] = [totalOf(first.counts), totalOf(second.counts)];
  const [source, target] = [continuize(first), continuize(second)];
  return source.density.map((_, at) => {
    const rank = percentileRank(source, source.low + at);
    if (rank === 0 || rank === 1) return 0;
    const { density, below } = around(target, scoreAtRank(target, rank));
    if (!(density > 0)) return Number.NaN;
    const spread = rank * (1 - rank) * (1 / n + 1 / m);
    const grouping = ((below + density - rank) * (rank - below)) / (m * density);
    return Math.sqrt(Math.max(0, spread - grouping)) / density;
  });
}

/** The share of candidates at the whole score nearest to a score, and below it. */
function around({ low, density, cumulative }: Continuized, score: number): { density: number; below: number } {
  const at = Math.min(Math.max(Math.floor(score - low + 0.5), 0), density.length - 1);
  return { density: density[at] ?? 0, below: cumulative[at - 1] ?? 0 };
}
