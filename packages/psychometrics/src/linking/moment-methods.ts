import { mean, variance } from '../numeric/summary.ts';
import { type CommonItem, locationsOf } from './common-items.ts';
import { requireTransformation, type ScaleTransformation } from './transform.ts';

interface Parameters {
  readonly discriminations: { readonly old: readonly number[]; readonly new: readonly number[] };
  readonly locations: { readonly old: readonly number[]; readonly new: readonly number[] };
}

function parametersOf(common: readonly CommonItem[]): Parameters {
  const pick = (side: 'old' | 'new') => {
    const discriminations: number[] = [];
    const locations: number[] = [];
    for (const pair of common) {
      const item = pair[side];
      const own = locationsOf(item);
      if (item.model === 'nrm') {
        throw new RangeError(`item ${pair.id} is nominal and has no difficulty; link with haebara instead`);
      }
      if (own === null || item.discrimination <= 0) {
        throw new RangeError(
          `item ${pair.id} has discrimination ${item.discrimination} in the ${side} calibration; leave it out of the common items or link with haebara`,
        );
      }
      discriminations.push(item.discrimination);
      locations.push(...own);
    }
    return { discriminations, locations };
  };
  const [old, other] = [pick('old'), pick('new')];
  return {
    discriminations: { old: old.discriminations, new: other.discriminations },
    locations: { old: old.locations, new: other.locations },
  };
}

/**
 * Mean/mean: the slope is the ratio of the mean discriminations, new over old.
 *
 * @param fixedSlope takes this slope and finds the intercept alone.
 * @throws {RangeError} naming a nominal item or one that does not discriminate upwards.
 * @see Loyd & Hoover (1980), JEM 17(3).
 */
export function meanMean(common: readonly CommonItem[], fixedSlope?: number): ScaleTransformation {
  const { discriminations, locations } = parametersOf(common);
  const slope = fixedSlope ?? mean(discriminations.new) / mean(discriminations.old);
  return withIntercept(slope, locations);
}

/**
 * Mean/sigma: the slope is the ratio of the standard deviations of the difficulties, old over new; of polytomous items all
 * thresholds count.
 *
 * @throws {RangeError} as {@link meanMean}, and when the difficulties of one calibration do not vary.
 * @see Marco (1977), JEM 14(2).
 */
export function meanSigma(common: readonly CommonItem[], fixedSlope?: number): ScaleTransformation {
  const { locations } = parametersOf(common);
  if (fixedSlope !== undefined) return withIntercept(fixedSlope, locations);
  const [top, bottom] = locations.old.length < 2 ? [0, 0] : [variance(locations.old), variance(locations.new)];
  if (!(top > 0) || !(bottom > 0)) {
    throw new RangeError(
      'mean/sigma needs common items of different difficulty in both calibrations; use mean/mean, or fix the slope',
    );
  }
  return withIntercept(Math.sqrt(top / bottom), locations);
}

function withIntercept(slope: number, locations: Parameters['locations']): ScaleTransformation {
  const transformation = { slope, intercept: mean(locations.old) - slope * mean(locations.new) };
  requireTransformation(transformation);
  return transformation;
}
