import { OMITTED, type ResponseMatrix } from '../../data/response-matrix.ts';

/**
 * Puts data in the categories with which items were calibrated: the value `categories[k]` becomes k. Items without an
 * entry stay as they are.
 *
 * @param categories by the id of the item; see `CalibratedItem.categories`.
 * @param otherwise what becomes of values that the calibration had not: an error, or an omitted response.
 * @throws {RangeError} naming the item and the value.
 */
export function recodeCategories(
  data: ResponseMatrix,
  categories: ReadonlyMap<string, readonly number[]>,
  otherwise: 'refuse' | 'omit' = 'refuse',
): ResponseMatrix {
  const maps = data.items.map((id) => {
    const values = categories.get(id);
    return values === undefined || values.every((value, k) => value === k) ? undefined : indexes(values);
  });
  const width = data.items.length;
  const values = data.values.map((value, at) => {
    const map = maps[at % width];
    if (value < 0 || map === undefined) return value;
    const k = map.get(value);
    if (k !== undefined) return k;
    if (otherwise === 'omit') return OMITTED;
    throw new RangeError(
      `${data.persons[Math.floor(at / width)]}, item ${data.items[at % width]}: the value ${value} was not in the data that calibrated the item; its values are ${[...map.keys()].join(', ')}`,
    );
  });
  return { ...data, values };
}

const indexes = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map(values.map((value, k) => [value, k]));
