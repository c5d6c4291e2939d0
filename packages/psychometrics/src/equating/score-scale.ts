import { normal } from '../numeric/distributions/normal.ts';
import { type FrequencyDistribution, totalOf } from './distribution.ts';
import { continuize, percentileRank } from './percentile-rank.ts';

/** Gives to a raw score, whole or not, its scaled score before rounding. */
export interface ScoreScale {
  readonly method: ScaleMethod['kind'];
  readonly at: (raw: number) => number;
  /** In words: how the scale was set. */
  readonly says: string;
  /** How many candidates set it; null where nobody's scores were needed. */
  readonly n: number | null;
}

/**
 * How a scale is set, from the scores of the reference group on the base form or from points of it.
 *
 * `linear`: mean and standard deviation as wanted. `points`: a line through two points, such as the cut and the highest
 * score. `normalized`: normal in the reference group. `arcsine`: errors of measurement alike over the whole scale, set by
 * standard deviation or by the wanted standard error of measurement.
 */
export type ScaleMethod =
  | { readonly kind: 'linear'; readonly mean: number; readonly sd: number; readonly reference: FrequencyDistribution }
  | { readonly kind: 'points'; readonly points: readonly [ScalePoint, ScalePoint] }
  | {
      readonly kind: 'normalized';
      readonly mean: number;
      readonly sd: number;
      readonly reference: FrequencyDistribution;
    }
  | {
      readonly kind: 'arcsine';
      readonly mean: number;
      readonly sd?: number;
      readonly sem?: number;
      readonly reference: FrequencyDistribution;
    };

/** A raw score and the scaled score that it shall have. */
export interface ScalePoint {
  readonly raw: number;
  readonly scaled: number;
}

/**
 * ½ (asin √(x / (K + 1)) + asin √((x + 1) / (K + 1))): for a binomial score its variance is near 1 / (4K + 2) whatever
 * the true score.
 *
 * @see Freeman & Tukey (1950), Ann. Math. Stat. 21(4); Kolen (1988), JEM 25(2).
 */
export function freemanTukeyArcsine(score: number, items: number): number {
  const part = (value: number): number => Math.asin(Math.sqrt(Math.min(1, Math.max(0, value / (items + 1)))));
  return 0.5 * (part(score) + part(score + 1));
}

/**
 * Sets a scale.
 *
 * @throws {RangeError} when the reference group has no variance, the points do not rise, or the deviation is not above 0.
 * @see Kolen & Brennan (2014), chapter 9; Petersen, Kolen & Hoover (1989).
 */
export function scoreScale(method: ScaleMethod): ScoreScale {
  if (method.kind === 'points') return throughPoints(method.points);
  const { reference, mean } = method;
  const n = totalOf(reference.counts);
  if (method.kind === 'normalized') {
    requirePositive(method.sd, 'standard deviation');
    const continuized = continuize(reference);
    const at = (raw: number): number => {
      // Half a candidate from the ends keeps the extreme scores on the scale.
      const rank = Math.min(1 - 0.5 / n, Math.max(0.5 / n, percentileRank(continuized, raw)));
      return mean + method.sd * normal.quantile(rank);
    };
    return { method: 'normalized', at, n, says: `normal with mean ${mean} and sd ${method.sd} in the reference group` };
  }
  const items = reference.high - reference.low;
  const transform =
    method.kind === 'linear' ? (raw: number) => raw : (raw: number) => freemanTukeyArcsine(raw - reference.low, items);
  const moments = momentsUnder(reference, transform);
  const slope =
    method.kind === 'arcsine' && method.sem !== undefined
      ? requirePositive(method.sem, 'standard error of measurement') * Math.sqrt(4 * items + 2)
      : requirePositive(method.sd ?? 0, 'standard deviation') / moments.sd;
  const unit = method.kind === 'arcsine' && method.sem !== undefined ? `SEM ${method.sem}` : `sd ${method.sd}`;
  const says = `${method.kind === 'linear' ? 'linear' : 'arcsine (Freeman–Tukey)'} with mean ${mean} and ${unit} in the reference group`;
  return { method: method.kind, at: (raw) => mean + slope * (transform(raw) - moments.mean), n, says };
}

function throughPoints([first, second]: readonly [ScalePoint, ScalePoint]): ScoreScale {
  const slope = (second.scaled - first.scaled) / (second.raw - first.raw);
  if (!(slope > 0) || !Number.isFinite(slope)) {
    throw new RangeError(
      `the points ${first.raw} → ${first.scaled} and ${second.raw} → ${second.scaled} make no rising line; give two that do`,
    );
  }
  return {
    method: 'points',
    at: (raw) => first.scaled + slope * (raw - first.raw),
    n: null,
    says: `linear, raw ${first.raw} is ${first.scaled} and raw ${second.raw} is ${second.scaled}`,
  };
}

function requirePositive(value: number, what: string): number {
  if (!(value > 0) || !Number.isFinite(value)) throw new RangeError(`the ${what} wanted is ${value}; give one above 0`);
  return value;
}

function momentsUnder({ low, counts }: FrequencyDistribution, transform: (raw: number) => number) {
  const n = totalOf(counts);
  const values = Array.from(counts, (_, at) => transform(low + at));
  const mean = values.reduce((sum, value, at) => sum + (counts[at] ?? 0) * value, 0) / n;
  const square = values.reduce((sum, value, at) => sum + (counts[at] ?? 0) * (value - mean) ** 2, 0);
  const sd = Math.sqrt(square / n);
  if (!(sd > 0))
    throw new RangeError('the scores of the reference group do not vary; set the scale by two points instead');
  return { mean, sd };
}
