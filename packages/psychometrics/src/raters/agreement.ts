import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { exactInterval } from '../numeric/intervals.ts';
import { type Ratings, requireRatings } from './ratings.ts';

/** How often raters gave the same score, or scores next to each other; counted over pairs of raters. */
export interface Agreement {
  /** Performances that at least two raters rated. */
  readonly n: number;
  /** Pairs of ratings compared. */
  readonly pairs: number;
  /** Share of pairs with the same score, 0 to 1; null without a pair. */
  readonly exact: number | null;
  /** 95 % interval of `exact` (Clopper & Pearson, 1934); null with more than two raters, whose pairs depend on each other. */
  readonly exactCi: readonly [number, number] | null;
  /** Share of pairs at most `adjacentDistance` apart, the same scores included; null of ratings that are words. */
  readonly adjacent: number | null;
  readonly adjacentDistance: number;
  readonly sample: SampleJudgment;
}

/**
 * Percent agreement, exact and adjacent.
 *
 * Says nothing about chance: beside it stands a coefficient such as kappa.
 *
 * @param options.adjacentDistance how far apart two scores count as adjacent, in score points; 1 unless told.
 * @throws {RangeError} with fewer than two raters.
 */
export function agreement(
  ratings: Ratings,
  options: { readonly adjacentDistance?: number; readonly override?: { readonly reason: string } } = {},
): Agreement {
  requireRatings(ratings, 'agreement', 'categories');
  const { adjacentDistance = 1, override } = options;
  let n = 0;
  let pairs = 0;
  let same = 0;
  let near = 0;
  for (const row of ratings.scores) {
    const given = row.filter((score) => score !== null);
    if (given.length > 1) n += 1;
    given.forEach((a, first) => {
      for (const b of given.slice(first + 1)) {
        pairs += 1;
        if (a === b) same += 1;
        if (Math.abs(a - b) <= adjacentDistance) near += 1;
      }
    });
  }
  const share = (count: number): number | null => (pairs === 0 ? null : count / pairs);
  return {
    n,
    pairs,
    exact: share(same),
    exactCi: pairs === n ? exactInterval(same, n) : null,
    adjacent: ratings.labels === null ? share(near) : null,
    adjacentDistance,
    sample: judgeSample('ratings', n, override),
  };
}
