import { findRoot } from '../../numeric/optimize.ts';
import { categoryCount, type Item, isDichotomous } from '../items/item.ts';
import { highestSum } from '../scoring/sum-score.ts';
import { expectedSumScore } from './test-information.ts';

/** Between which limits the true score of a test lies; it nears them and reaches neither. */
export interface TrueScoreRange {
  /** The true score far below on the scale: the sum of the guessing parameters. */
  readonly bottom: number;
  /** The true score far above: the sum of the upper asymptotes and highest categories. */
  readonly top: number;
  /** The highest sum score. */
  readonly highest: number;
}

/** The first item whose expected score does not rise with ability throughout; undefined where all do. */
export const notRising = (items: readonly Item[]): Item | undefined =>
  items.find((item) =>
    item.model === 'nrm'
      ? !item.slopes.every((slope, k) => k === 0 || slope > (item.slopes[k - 1] ?? 0))
      : !(item.discrimination > 0),
  );

/** The limits of the true score of items that all rise with ability (see {@link notRising}). */
export function trueScoreRange(items: readonly Item[]): TrueScoreRange {
  let [bottom, top] = [0, 0];
  for (const item of items) {
    bottom += isDichotomous(item) ? item.guessing : 0;
    top += isDichotomous(item) ? item.upper : categoryCount(item) - 1;
  }
  return { bottom, top, highest: highestSum(items) };
}

/**
 * The ability whose true score (expected sum score) is `score`: the test characteristic curve read backward.
 *
 * @param items that all rise with ability.
 * @param score between the limits of {@link trueScoreRange}, without the limits.
 */
export function abilityAtTrueScore(items: readonly Item[], score: number): number {
  const gap = (theta: number): number => expectedSumScore(items, theta) - score;
  let reach = 8;
  // The limits are never reached, only neared: 2^20 is beyond what any discrimination above rounding needs.
  while ((gap(-reach) >= 0 || gap(reach) <= 0) && reach < 1_048_576) reach *= 2;
  if (gap(-reach) >= 0) return -reach;
  if (gap(reach) <= 0) return reach;
  return findRoot(gap, -reach, reach).x;
}
