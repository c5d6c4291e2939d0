import { requireUnique } from '../data/response-matrix.ts';
import { requireJudges } from './panel.ts';

/** Judges' ratings of items in one round: for each the share of borderline candidates who would answer right. */
export interface ItemRatings {
  /** What the round is called. */
  readonly round: string;
  readonly judges: readonly string[];
  readonly items: readonly string[];
  /** One row per judge, one value per item, all on one {@link RatingScale}; null where the judge did not rate. */
  readonly ratings: readonly (readonly (number | null)[])[];
}

/** `yes-no` 0 and 1, `proportion` 0 to 1, `percent` 0 to 100. */
export type RatingScale = 'yes-no' | 'proportion' | 'percent';

/**
 * The scale that ratings are on: percent as soon as one is above 1, yes and no when all are 0 or 1.
 */
export function scaleOf(rounds: readonly ItemRatings[]): RatingScale {
  const given = rounds.flatMap(({ ratings }) => ratings.flatMap((row) => row.filter((value) => value !== null)));
  if (given.some((value) => value > 1)) return 'percent';
  return given.length > 0 && given.every((value) => value === 0 || value === 1) ? 'yes-no' : 'proportion';
}

/**
 * Brings ratings to shares from 0 to 1.
 *
 * @throws {RangeError} naming judge and item of a rating outside the scale, a judge without any rating, an item nobody
 *   rated, ids given twice, rows of another length.
 */
export function toShares(round: ItemRatings, scale: RatingScale): (number | null)[][] {
  const { judges, items, ratings } = round;
  requireJudges(judges);
  requireUnique(items, 'item');
  if (items.length === 0) throw new RangeError(`round ${round.round} has no items; give a column per item`);
  if (ratings.length !== judges.length) {
    throw new RangeError(
      `round ${round.round} has ${judges.length} judges and ${ratings.length} rows; give one row each`,
    );
  }
  const most = scale === 'percent' ? 100 : 1;
  const shares = ratings.map((row, judge) => {
    if (row.length !== items.length) {
      throw new RangeError(`judge ${judges[judge]} has ${row.length} ratings where ${items.length} items stand`);
    }
    return row.map((value, item) => {
      if (value === null) return null;
      if (!(value >= 0 && value <= most) || (scale === 'yes-no' && value !== 0 && value !== 1)) {
        const wanted = scale === 'yes-no' ? '0 or 1' : `a number from 0 to ${most}`;
        throw new RangeError(
          `round ${round.round}, judge ${judges[judge]}, item ${items[item]}: ${value} is no rating; give ${wanted}`,
        );
      }
      return value / most;
    });
  });
  const silent = judges.filter((_, judge) => shares[judge]?.every((value) => value === null));
  if (silent.length > 0)
    throw new RangeError(`no rating by ${silent.join(', ')} in round ${round.round}; leave them out`);
  const unrated = items.filter((_, item) => shares.every((row) => row[item] === null));
  if (unrated.length > 0) {
    throw new RangeError(
      `nobody rated ${unrated.join(', ')} in round ${round.round}; rate these items or leave them out`,
    );
  }
  return shares;
}
