import { requireUnique } from '../data/response-matrix.ts';
import { categoryCount, difficultyOf, type Item, isDichotomous, thresholdsOf } from '../irt/items/item.ts';

/** A common item with its parameters from both calibrations. */
export interface CommonItem {
  readonly id: string;
  readonly old: Item;
  readonly new: Item;
}

/**
 * The items that both calibrations have, by id, in the order of the old one.
 *
 * @throws {RangeError} without any, for ids given twice, or naming an item whose models do not fit each other.
 */
export function commonItems(oldItems: readonly Item[], newItems: readonly Item[]): readonly CommonItem[] {
  requireUnique(
    oldItems.map(({ id }) => id),
    'old item',
  );
  requireUnique(
    newItems.map(({ id }) => id),
    'new item',
  );
  const news = new Map(newItems.map((item) => [item.id, item]));
  const pairs = oldItems.flatMap((old) => {
    const item = news.get(old.id);
    return item === undefined ? [] : [{ id: old.id, old, new: item }];
  });
  if (pairs.length === 0) {
    throw new RangeError(
      `the calibrations have no item in common: old ${listOf(oldItems)}, new ${listOf(newItems)}; give common items the same id`,
    );
  }
  for (const { id, old, new: other } of pairs) requireLike(id, old, other);
  return pairs;
}

const listOf = (items: readonly Item[]): string => {
  const ids = items.slice(0, 3).map(({ id }) => id);
  return `${ids.join(', ')}${items.length > 3 ? ', …' : ''} (${items.length})`;
};

const kindOf = (item: Item): string =>
  isDichotomous(item) ? 'two categories' : item.model === 'nrm' || item.model === 'grm' ? item.model : 'steps';

function requireLike(id: string, old: Item, other: Item): void {
  if (kindOf(old) !== kindOf(other) || categoryCount(old) !== categoryCount(other)) {
    throw new RangeError(
      `item ${id} is ${old.model} with ${categoryCount(old)} categories in the old calibration and ${other.model} with ${categoryCount(other)} in the new; a common item needs the same model`,
    );
  }
  for (const item of [old, other]) {
    const numbers = [
      ...(isDichotomous(item) ? [item.intercept, item.guessing, item.upper] : item.intercepts),
      ...(item.model === 'nrm' ? item.slopes : [item.discrimination]),
    ];
    if (!numbers.every(Number.isFinite))
      throw new RangeError(`item ${id} has a parameter that is no number; leave it out`);
  }
}

/**
 * Where an item stands on its scale: its difficulty, or its thresholds.
 *
 * @returns null for a nominal item, which has none, and for an item that does not discriminate.
 */
export function locationsOf(item: Item): readonly number[] | null {
  if (item.model === 'nrm') return null;
  if (!isDichotomous(item)) return thresholdsOf(item);
  const difficulty = difficultyOf(item);
  return difficulty === null ? null : [difficulty];
}
