import type { ResponseMatrix } from '../../../data/response-matrix.ts';
import { categoryCount, type Item } from '../../items/item.ts';

/** Which values candidates gave to an item, and how often. */
export interface ItemCategories {
  /** Rising values; the index of each is the category that is calibrated. */
  readonly categories: readonly number[];
  /** Candidates in each. */
  readonly counts: readonly number[];
  /** Candidates who answered. */
  readonly n: number;
}

/**
 * The categories of an item: those that were used, or of an anchor all that it has.
 *
 * @throws {RangeError} where the data hold a category that the anchor does not have.
 */
export function categoriesOf(
  { items, persons, values }: ResponseMatrix,
  index: number,
  anchor: Item | null,
): ItemCategories {
  const counts = new Map<number, number>();
  for (let person = 0; person < persons.length; person += 1) {
    const value = values[person * items.length + index] ?? -1;
    if (value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const used = [...counts.keys()].sort((a, b) => a - b);
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (anchor === null) return { categories: used, counts: used.map((value) => counts.get(value) ?? 0), n };
  const has = categoryCount(anchor);
  const beyond = used.filter((value) => value >= has);
  if (beyond.length > 0) {
    throw new RangeError(
      `anchor ${anchor.id} has the categories 0 to ${has - 1}, but the data hold ${beyond.join(', ')}; recode the data`,
    );
  }
  const categories = Array.from({ length: has }, (_, k) => k);
  return { categories, counts: categories.map((value) => counts.get(value) ?? 0), n };
}

/** Whether fewer than two categories were used, so that nothing can be estimated. */
export const allAlike = ({ counts }: ItemCategories): boolean => counts.filter((count) => count > 0).length < 2;
