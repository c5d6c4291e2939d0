import { readItem, readItems } from '../irt/calibrate/read-items.ts';
import type { Item } from '../irt/items/item.ts';
import type { Place } from './read-json.ts';

/**
 * The parameters of an item of the pool, as a calibration writes them.
 *
 * @throws {RangeError} naming the place, the item and the field that is missing.
 */
export const readParameters = (value: unknown, place: Place, id: string): Item => at(place, () => readItem(id, value));

/** Items by id, from a calibration (`{model, items}`) or the list of its items alone. */
export const readCalibratedItems = (value: unknown, place: Place): ReadonlyMap<string, Item> =>
  new Map(at(place, () => readItems(value)).map((item) => [item.id, item]));

function at<T>(place: Place, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${place}: ${error.message}`);
    throw error;
  }
}
