import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { counted } from '../presentation/numbers.ts';
import { type Impact, impactOf } from './impact.ts';
import { agreement, average, ONE_JUDGE } from './panel.ts';
import { type ItemRatings, type RatingScale, scaleOf, toShares } from './ratings.ts';
import { analyzeRound, type JudgeOfItems, type RatingRound } from './round.ts';

/** What changed from one round to the next. */
export interface RoundShift {
  readonly from: string;
  readonly to: string;
  /** Change of the mean cut of each round's own panel, in raw score points. */
  readonly cut: number;
  /** Those who took part in both rounds; so below. */
  readonly judges: readonly {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    readonly change: number;
  }[];
  /** Mean absolute change of a single rating, in shares of 1. */
  readonly meanAbsoluteChange: number | null;
  /** Correlation of the judges' cuts in both rounds. */
  readonly correlation: number | null;
}

/** A cut from ratings of items by judges. The cut is that of the last round. */
export interface ItemRatingStandard {
  readonly method: 'angoff' | 'yes-no-angoff' | 'nedelsky' | 'ebel';
  /** Judges of the last round. */
  readonly n: number;
  /** Raw score: the mean over judges of the expected score of a borderline candidate. Not rounded. */
  readonly cut: number;
  /** The cut as a share of the highest raw score. */
  readonly share: number;
  readonly maximum: number;
  /** Of the mean over judges, the items as they are. */
  readonly se: number | null;
  /** When the items count as a sample, too. */
  readonly seItemsRandom: number | null;
  readonly interval: readonly [number, number] | null;
  readonly judges: readonly JudgeOfItems[];
  readonly rounds: readonly RatingRound[];
  readonly shifts: readonly RoundShift[];
  /** Pass rates, when scores are given. */
  readonly impact: readonly Impact[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** What is known beside the ratings. */
export interface ItemRatingOptions {
  /** Without it taken from the ratings: percent as soon as one is above 1, yes-no when all are 0 or 1. */
  readonly scale?: RatingScale;
  /** Highest score of an item by id; 1 without it. */
  readonly points?: ReadonlyMap<string, number>;
  /** Observed share of right answers by item id, for the judges' own consistency. */
  readonly difficulty?: ReadonlyMap<string, number>;
  /** Raw scores of candidates, for the impact. */
  readonly scores?: readonly number[];
  readonly override?: { readonly reason: string };
}

/**
 * The Angoff method, with shares or percentages (modified Angoff) or with yes and no (Impara & Plake), in any number of
 * rounds.
 *
 * @param rounds in their order; the last one gives the cut.
 * @throws {RangeError} naming judge and item of what is no rating.
 * @see Angoff (1971), in Thorndike, Educational Measurement; Impara & Plake (1997), Journal of Educational Measurement
 *   34(4); for the standard errors Brennan & Lockwood (1980), Applied Psychological Measurement 4(2).
 */
export function angoff(rounds: readonly ItemRatings[], options: ItemRatingOptions = {}): ItemRatingStandard {
  const scale = options.scale ?? scaleOf(rounds);
  const shares = rounds.map((round) => toShares(round, scale));
  return standardOf(scale === 'yes-no' ? 'yes-no-angoff' : 'angoff', rounds, shares, options);
}

/** Puts rounds of shares together; for methods that come to shares on their own ways. */
export function standardOf(
  method: ItemRatingStandard['method'],
  rounds: readonly Pick<ItemRatings, 'round' | 'judges' | 'items'>[],
  shares: readonly (readonly (readonly (number | null)[])[])[],
  options: ItemRatingOptions,
): ItemRatingStandard {
  const analyzed = rounds.map(({ round, judges, items }, at) => {
    const points = items.map((id) => options.points?.get(id) ?? 1);
    const wrong = points.findIndex((one) => !(one > 0 && Number.isFinite(one)));
    if (wrong >= 0) throw new RangeError(`item ${items[wrong]} has ${points[wrong]} points; give a number above 0`);
    const difficulty = options.difficulty && items.map((id) => options.difficulty?.get(id) ?? null);
    return analyzeRound({ round, judges, items, shares: shares[at] ?? [], points, ...(difficulty && { difficulty }) });
  });
  const last = analyzed[analyzed.length - 1];
  if (last === undefined) throw new RangeError('there is no round of ratings; give at least one');
  const notices = last.n === 1 ? [ONE_JUDGE] : [];
  for (const { round, missing, converged, components } of analyzed) {
    if (missing > 0)
      notices.push(
        `Round ${round}: ${counted(missing, 'rating was', 'ratings were')} missing, and filled in from judge and item.`,
      );
    if (!converged)
      notices.push(`Round ${round}: filling in did not settle; judges and items may fall into separate sets.`);
    for (const name of components?.negative ?? []) {
      notices.push(`Round ${round}: the variance of the ${name}s came out below 0 and counts as 0.`);
    }
  }
  return {
    method,
    n: last.n,
    cut: last.mean,
    share: last.share,
    maximum: last.items.reduce((sum, { id }) => sum + (options.points?.get(id) ?? 1), 0),
    se: last.se,
    seItemsRandom: last.seItemsRandom,
    interval: last.interval,
    judges: last.judges,
    rounds: analyzed,
    shifts: analyzed.slice(1).flatMap((to, at) => shiftOf(analyzed[at], to, shares[at] ?? [], shares[at + 1] ?? [])),
    impact: options.scores === undefined ? [] : impactOf(options.scores, last.mean, last.se),
    sample: judgeSample('judges', last.n, options.override),
    notices,
  };
}

function shiftOf(
  from: RatingRound | undefined,
  to: RatingRound,
  before: readonly (readonly (number | null)[])[],
  after: readonly (readonly (number | null)[])[],
): RoundShift[] {
  if (from === undefined) return [];
  const changes: number[] = [];
  const judges = to.judges.flatMap((judge, row) => {
    const earlier = from.judges.findIndex(({ id }) => id === judge.id);
    const cut = from.judges[earlier]?.cut;
    if (cut === undefined) return [];
    to.items.forEach(({ id }, column) => {
      const [old, now] = [before[earlier]?.[from.items.findIndex((item) => item.id === id)], after[row]?.[column]];
      if (typeof old === 'number' && typeof now === 'number') changes.push(Math.abs(now - old));
    });
    return [{ id: judge.id, from: cut, to: judge.cut, change: judge.cut - cut }];
  });
  const correlation = agreement(
    judges.map((judge) => judge.from),
    judges.map((judge) => judge.to),
  );
  const meanAbsoluteChange = changes.length === 0 ? null : average(changes);
  return [{ from: from.round, to: to.round, cut: to.mean - from.mean, judges, meanAbsoluteChange, correlation }];
}
