import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { categoryCount, type Item, isDichotomous } from '../items/item.ts';

/**
 * The item of each column, found by its id; items of other forms in the list do no harm.
 *
 * @throws {RangeError} naming columns without item parameters, parameters that are no numbers, responses above the
 * item's highest category.
 */
export function itemsOfColumns(data: ResponseMatrix, items: readonly Item[]): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const missing = data.items.filter((id) => !byId.has(id));
  if (missing.length > 0) {
    throw new RangeError(
      `no item parameters for ${missing.length} of ${data.items.length} columns: ${missing.slice(0, 10).join(', ')}; calibrate them or leave the columns out`,
    );
  }
  const columns = data.items.flatMap((id) => byId.get(id) ?? []);
  requireNumbers(columns);
  data.persons.forEach((person, row) => {
    personResponses(data, row).forEach((value, column) => {
      const item = columns[column];
      if (item !== undefined && value >= categoryCount(item)) {
        throw new RangeError(
          `row ${row + 1} (${person}), item ${item.id}: category ${value}, but the item has 0 to ${categoryCount(item) - 1}; recode the responses or take the right item parameters`,
        );
      }
    });
  });
  return columns;
}

/** @throws {RangeError} naming items with a parameter that is no finite number, or whose asymptotes cross. */
export function requireNumbers(items: readonly Item[]): void {
  for (const item of items) {
    const numbers = isDichotomous(item)
      ? [item.discrimination, item.intercept, item.guessing, item.upper]
      : [...item.intercepts, ...(item.model === 'nrm' ? item.slopes : [item.discrimination])];
    if (!numbers.every(Number.isFinite)) {
      throw new RangeError(`item ${item.id} has a parameter that is no finite number; calibrate it or leave it out`);
    }
    if (isDichotomous(item) && !(item.guessing >= 0 && item.guessing < item.upper && item.upper <= 1)) {
      throw new RangeError(
        `item ${item.id}: guessing ${item.guessing} and upper asymptote ${item.upper} must be 0 ≤ guessing < upper ≤ 1`,
      );
    }
    if (item.model === 'grm' && item.intercepts.some((d, k) => k > 0 && d > (item.intercepts[k - 1] ?? d))) {
      throw new RangeError(`item ${item.id}: the intercepts of a graded item must fall; put them in order`);
    }
  }
}
