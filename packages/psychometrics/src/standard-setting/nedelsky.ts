import { type ItemRatingOptions, type ItemRatingStandard, standardOf } from './angoff.ts';
import type { ItemRatings } from './ratings.ts';

/**
 * The Nedelsky method: of each item a judge tells how many options a borderline candidate can rule out; the candidate
 * guesses among those that are left, so the item is worth 1 / left.
 *
 * @param rounds ratings are numbers of options ruled out.
 * @param options.options how many options each item has, by id.
 * @throws {RangeError} naming an item without its number of options, or a judge who rules out the key as well.
 * @see Nedelsky (1954), Educational and Psychological Measurement 14(1).
 */
export function nedelsky(
  rounds: readonly ItemRatings[],
  options: Omit<ItemRatingOptions, 'scale'> & { readonly options: ReadonlyMap<string, number> },
): ItemRatingStandard {
  const shares = rounds.map(({ round, judges, items, ratings }) =>
    ratings.map((row, judge) =>
      items.map((item, at) => {
        const count = options.options.get(item);
        if (count === undefined || !Number.isInteger(count) || count < 2) {
          throw new RangeError(`item ${item} has ${count ?? 'no number of'} options; give a whole number from 2`);
        }
        const ruledOut = row[at] ?? null;
        if (ruledOut === null) return null;
        if (!Number.isInteger(ruledOut) || ruledOut < 0 || ruledOut >= count) {
          throw new RangeError(
            `round ${round}, judge ${judges[judge]}, item ${item}: ${ruledOut} of ${count} options cannot be ruled out; the key stays`,
          );
        }
        return 1 / (count - ruledOut);
      }),
    ),
  );
  return standardOf('nedelsky', rounds, shares, options);
}
