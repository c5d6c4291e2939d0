import { binomial } from '../../numeric/distributions/binomial.ts';
import { gammaP } from '../../numeric/special.ts';
import { type GroupMeans, loglinearFit, polynomialFit } from './group-regression.ts';
import { weightedMatches } from './weighted-matches.ts';
import type { WrongProfile, WrongProfiles } from './wrong-profile.ts';

/**
 * K takes the mean of the copier's own group as it is; K1 and K2 smooth the means over all groups by a line and a
 * parabola; S1 by a loglinear model with a Poisson tail; S2 adds identical right answers, weighted by their rarity.
 */
export const K_VARIANTS = ['k', 'k1', 'k2', 's1', 's2'] as const;
/** The name of a variant of the K-index. */
export type KVariant = (typeof K_VARIANTS)[number];

/** Identical wrong answers of one candidate with another. */
export interface KIndex {
  /** Identical wrong answers; of S2 with the weighted identical right answers, rounded up. */
  readonly statistic: number;
  /** The probability of as many or more for a candidate with as many wrong answers as the copier. */
  readonly p: number;
  readonly sourceWrong: number;
  readonly copierWrong: number;
  /** Persons with as many wrong answers as the copier, the copier among them. */
  readonly groupSize: number;
  /** The number expected by the group or the smoothed groups. */
  readonly expected: number;
  /** Whether the smoothing gave no usable number here, and the copier's own group stood in. */
  readonly unsmoothed: boolean;
}

/**
 * The K-index and its variants.
 *
 * K compares the copier with candidates who have as many wrong answers, the copier among them: where these are few
 * (`groupSize`), K is too large to find anybody, and the smoothed variants serve better.
 *
 * @param copier,source indices; the p of a source without wrong answers is 1, for there is nothing to share.
 * @see Holland (1996), ETS RR-96-7; Sotaridona & Meijer (2002), Journal of Educational Measurement 39(2); Sotaridona &
 *   Meijer (2003), Journal of Educational Measurement 40(1).
 */
export function kIndex(profiles: WrongProfiles, copier: number, source: number, variant: KVariant = 'k'): KIndex {
  const profile = profiles.of(source);
  const copierWrong = profiles.wrong[copier] ?? 0;
  const { sourceWrong } = profile;
  const width = profiles.sheet.items.length;
  const weighted = variant === 's2' ? weightedMatches(profiles, profile) : null;
  const means = weighted?.means ?? profile.means;
  const statistic = weighted?.counts[copier] ?? profile.identical[copier] ?? 0;
  const own = means[copierWrong] ?? 0;
  const predict = smoothing(variant, profile, means);
  const predicted = predict?.(copierWrong / width) ?? Number.NaN;
  const ceiling = variant === 's2' ? width : sourceWrong;
  const usable = variant !== 'k' && predicted > 0 && predicted < ceiling;
  const expected = usable ? predicted : own;
  const groupSize = profile.sizes[copierWrong] ?? 0;
  const base = { statistic, sourceWrong, copierWrong, groupSize, expected, unsmoothed: variant !== 'k' && !usable };
  if (sourceWrong === 0 || statistic === 0) return { ...base, p: 1 };
  if (variant === 's1' || variant === 's2') return { ...base, p: poissonWithin(statistic, ceiling, expected) };
  return { ...base, p: binomial.upper(statistic, sourceWrong, Math.min(1, expected / sourceWrong)) };
}

/** P(low ≤ X ≤ high) of a Poisson variable: no more can agree than there are answers. */
function poissonWithin(low: number, high: number, mean: number): number {
  if (mean <= 0) return 0;
  return Math.min(1, Math.max(0, gammaP(low, mean) - gammaP(high + 1, mean)));
}

const fits = new WeakMap<WrongProfile, Map<KVariant, ((x: number) => number) | null>>();

/** The smoothed means of a source, fitted once. */
function smoothing(variant: KVariant, profile: WrongProfile, means: Float64Array): ((x: number) => number) | null {
  if (variant === 'k') return null;
  const known = fits.get(profile) ?? new Map<KVariant, ((x: number) => number) | null>();
  fits.set(profile, known);
  const found = known.get(variant);
  if (found !== undefined) return found;
  const groups = Array.from(profile.sizes, (size, group) => ({ size, group })).filter(({ size }) => size > 0);
  const points: GroupMeans = {
    x: groups.map(({ group }) => group / (profile.sizes.length - 1)),
    means: groups.map(({ group }) => means[group] ?? 0),
  };
  const fit =
    variant === 'k1' ? polynomialFit(points, 1) : variant === 'k2' ? polynomialFit(points, 2) : loglinearFit(points);
  known.set(variant, fit);
  return fit;
}
