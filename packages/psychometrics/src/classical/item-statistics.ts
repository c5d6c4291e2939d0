import { judgeSample, type SampleJudgment } from '../guard/index.ts';
import { studentT } from '../numeric/distributions/index.ts';
import { wilsonInterval } from '../numeric/intervals.ts';
import { alphaIfDeleted } from './alpha.ts';
import { biserialInterval, biserialOf, correlationInterval } from './correlation-interval.ts';
import type { ItemCovariance } from './item-covariance.ts';
import { type ItemFlag, scoreFlags } from './item-flags.ts';
import type { ItemScores } from './item-scores.ts';

type Interval = readonly [number, number];

/** The classical statistics of an item. */
export interface ItemStatistics {
  readonly id: string;
  /** How many candidates have a score on it. */
  readonly n: number;
  readonly maximum: number;
  readonly mean: number | null;
  readonly variance: number | null;
  /** Difficulty: the share of right answers; of a polytomous item the mean score over the maximum. */
  readonly p: number | null;
  /** Wilson's; of a polytomous item Student's. */
  readonly pInterval: Interval | null;
  /** Correlation with the total score, the item within it (uncorrected point-biserial). */
  readonly itemTotal: number | null;
  readonly itemTotalInterval: Interval | null;
  /** Correlation with the total of the other items (corrected point-biserial). */
  readonly itemRest: number | null;
  readonly itemRestInterval: Interval | null;
  /** Biserial correlation with the total score; null of a polytomous item. */
  readonly biserial: number | null;
  readonly biserialInterval: Interval | null;
  /** Biserial correlation with the total of the other items. */
  readonly biserialRest: number | null;
  readonly biserialRestInterval: Interval | null;
  readonly alphaIfDeleted: number | null;
  readonly omitted: number;
  readonly notReached: number;
  readonly notPresented: number;
  readonly flags: readonly ItemFlag[];
  readonly sample: SampleJudgment;
}

/** What kinds of missing data there were before they were scored. */
type Missing = Pick<ItemStatistics, 'omitted' | 'notReached' | 'notPresented'>;

/**
 * The statistics of every item. Correlations follow from the covariances, so that with missing data they rest on
 * available cases, like alpha.
 *
 * @param chance p by guessing, one per item; null where it is unknown.
 */
export function itemStatistics(
  scores: ItemScores,
  covariance: ItemCovariance | null,
  missing: readonly Missing[],
  options: {
    readonly confidence: number;
    readonly chance?: readonly (number | null)[] | undefined;
    readonly override?: { readonly reason: string } | undefined;
  },
): readonly ItemStatistics[] {
  const deleted = covariance === null ? [] : alphaIfDeleted(covariance);
  return scores.items.map((id, item) => {
    const column = (scores.columns[item] ?? new Int16Array(0)).filter((score) => score >= 0);
    const place = covariance?.items.indexOf(item) ?? -1;
    const basic = difficulty(column, scores.maxima[item] ?? 1, options.confidence);
    const relation = correlations(place < 0 ? null : covariance, place, basic, options.confidence);
    return {
      id,
      ...basic,
      ...relation,
      alphaIfDeleted: deleted[place] ?? null,
      ...(missing[item] ?? { omitted: 0, notReached: 0, notPresented: 0 }),
      flags: scoreFlags({ ...basic, itemRest: relation.itemRest, chance: options.chance?.[item] ?? null }),
      sample: judgeSample('classical', basic.n, options.override),
    };
  });
}

function difficulty(column: Int16Array, maximum: number, confidence: number) {
  const n = column.length;
  if (n === 0) return { n, maximum, mean: null, variance: null, p: null, pInterval: null };
  let sum = 0;
  let squares = 0;
  for (const score of column) {
    sum += score;
    squares += score * score;
  }
  const mean = sum / n;
  const variance = n < 2 ? null : (n * squares - sum * sum) / (n * (n - 1));
  const p = mean / maximum;
  if (maximum === 1) return { n, maximum, mean, variance, p, pInterval: wilsonInterval(sum, n, confidence) };
  if (variance === null) return { n, maximum, mean, variance, p, pInterval: null };
  const half = (studentT.quantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n)) / maximum;
  const pInterval: Interval = [Math.max(0, p - half), Math.min(1, p + half)];
  return { n, maximum, mean, variance, p, pInterval };
}

function correlations(
  covariance: ItemCovariance | null,
  place: number,
  { n, maximum, p }: { readonly n: number; readonly maximum: number; readonly p: number | null },
  confidence: number,
) {
  const variance = covariance?.variances[place] ?? 0;
  const total = covariance?.total ?? 0;
  const withTotal = covariance?.withTotal[place] ?? 0;
  const itemTotal = ratio(withTotal, variance, total);
  const itemRest = ratio(withTotal - variance, variance, total - 2 * withTotal + variance);
  const dichotomous = maximum === 1 && p !== null;
  const biserial = dichotomous ? biserialOf(itemTotal, p) : null;
  const biserialRest = dichotomous ? biserialOf(itemRest, p) : null;
  return {
    itemTotal,
    itemTotalInterval: correlationInterval(itemTotal, n, confidence),
    itemRest,
    itemRestInterval: correlationInterval(itemRest, n, confidence),
    biserial,
    biserialInterval: biserialInterval(biserial, p ?? 0, n, confidence),
    biserialRest,
    biserialRestInterval: biserialInterval(biserialRest, p ?? 0, n, confidence),
  };
}

/** A correlation from a covariance and two variances; null where one of them is not positive. */
function ratio(covariance: number, a: number, b: number): number | null {
  // A variance by differences that is 0 in truth comes out as rounding error; 1e-12 of its summands is none.
  if (!(a > 0) || !(b > 1e-12 * (a + Math.abs(covariance)))) return null;
  const r = covariance / Math.sqrt(a * b);
  return Math.abs(r) > 1 && Math.abs(r) < 1 + 1e-9 ? Math.sign(r) : r;
}
