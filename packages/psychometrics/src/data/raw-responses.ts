import { OMITTED, type ResponseMatrix } from './response-matrix.ts';

/** The options that candidates chose, as they were recorded. */
export interface RawResponses {
  /** Ids of the candidates; unique. */
  readonly persons: readonly string[];
  /** Ids of the items; unique. */
  readonly items: readonly string[];
  /** Row by row: the option of each item, null where there is no response. */
  readonly responses: readonly (readonly (string | null)[])[];
  /** Why there is none: a code of missing data at `p * items.length + i`, 0 where there is a response. Omitted without it. */
  readonly missing?: Int16Array;
}

/** The right options of each item, by its id. */
export type Key = ReadonlyMap<string, readonly string[]>;

/**
 * Scores chosen options by the key: 1 for a key, 0 for any other option, and the kind of missing data where there is none.
 *
 * @throws {RangeError} naming the items that have no key, and where none of many responses is right: such a key is of other
 *   data, or writes the options otherwise.
 */
export function scoreRaw({ persons, items, responses, missing }: RawResponses, key: Key): ResponseMatrix {
  const keys = keysOf(items, key);
  const values = new Int16Array(persons.length * items.length);
  responses.forEach((row, person) => {
    row.forEach((option, item) => {
      const at = person * items.length + item;
      values[at] = option === null ? (missing?.[at] ?? OMITTED) : keys[item]?.includes(option) ? 1 : 0;
    });
  });
  requireRight(values, responses, keys);
  return { persons, items, values };
}

/** That nobody is right so often by chance has a probability below 0.001 with four options. */
const MANY = 30;

function requireRight(
  values: Int16Array,
  responses: RawResponses['responses'],
  keys: readonly (readonly string[])[],
): void {
  let given = 0;
  for (const value of values) {
    if (value === 1) return;
    if (value === 0) given += 1;
  }
  if (given < MANY) return;
  const some = (options: Iterable<string>): string => [...new Set(options)].slice(0, 6).join(', ');
  const chosen = responses.flatMap((row) => row.filter((option) => option !== null));
  throw new RangeError(
    `none of ${given} responses is the key of its item; the data have options such as ${some(chosen)}, the key ${some(keys.flat())}: write both alike, or take the key of these items`,
  );
}

/**
 * The right options in the order of the items.
 *
 * @throws {RangeError} naming the items that have no key.
 */
export function keysOf(items: readonly string[], key: Key): readonly (readonly string[])[] {
  const without = items.filter((id) => !key.has(id));
  if (without.length > 0) {
    const more = without.length > 8 ? ', …' : '';
    throw new RangeError(`no key for ${without.slice(0, 8).join(', ')}${more}; add it, or leave the column out`);
  }
  return items.map((id) => key.get(id) ?? []);
}

/** The options that were chosen of each item, in natural order ("2" before "10"). */
export function optionsOf({ items, responses }: RawResponses): readonly (readonly string[])[] {
  const order = new Intl.Collator('en', { numeric: true });
  return items.map((_, item) => {
    const chosen = new Set(responses.map((row) => row[item] ?? null));
    chosen.delete(null);
    return [...chosen].filter((option) => option !== null).sort(order.compare);
  });
}

/** Options as categories: the index of each in the options of its item; a code of missing data where there is none. */
export function rawCategories(raw: RawResponses, options: readonly (readonly string[])[]): ResponseMatrix {
  const { persons, items, responses, missing } = raw;
  const values = new Int16Array(persons.length * items.length);
  responses.forEach((row, person) => {
    row.forEach((option, item) => {
      const at = person * items.length + item;
      const index = option === null ? -1 : (options[item]?.indexOf(option) ?? -1);
      values[at] = index >= 0 ? index : missing?.[at] || OMITTED;
    });
  });
  return { persons, items, values };
}
