import { type Key, keysOf, optionsOf, type RawResponses, rawCategories, scoreRaw } from '../../data/raw-responses.ts';
import type { ResponseMatrix } from '../../data/response-matrix.ts';

/** What the candidates answered, ready for comparison of any two of them. */
export interface AnswerSheet {
  readonly persons: readonly string[];
  readonly items: readonly string[];
  /** Row by row the option that was chosen, as an index into the options of the item; negative where there is none. */
  readonly choices: Int16Array;
  /** The options of each item, in the order of their indices. */
  readonly options: readonly (readonly string[])[];
  /** The right options of each item, as indices; null where the key is not known. */
  readonly keys: readonly (readonly number[])[] | null;
  /** Row by row 1 for a right answer, 0 for a wrong one, negative for none; null where the key is not known. */
  readonly scores: Int16Array | null;
}

/**
 * The sheet of options as they were recorded.
 *
 * @param key the right options of each item; without it only what needs no key can be computed.
 * @throws {RangeError} naming the items that have no key.
 */
export function answerSheet(raw: RawResponses, key?: Key): AnswerSheet {
  const chosen = optionsOf(raw);
  const keys = key === undefined ? null : keysOf(raw.items, key);
  const order = new Intl.Collator('en', { numeric: true });
  // A key that nobody chose is an option all the same.
  const options = chosen.map((list, item) => [...new Set([...list, ...(keys?.[item] ?? [])])].sort(order.compare));
  return {
    persons: raw.persons,
    items: raw.items,
    choices: rawCategories(raw, options).values,
    options,
    keys: keys?.map((right, item) => right.map((option) => options[item]?.indexOf(option) ?? -1)) ?? null,
    scores: key === undefined ? null : scoreRaw(raw, key).values,
  };
}

/** The sheet of scored responses or categories; where they are all 0 or 1, 1 is right. */
export function answerSheetFromCategories(matrix: ResponseMatrix): AnswerSheet {
  const { persons, items, values } = matrix;
  let highest = 1;
  for (const value of values) if (value > highest) highest = value;
  const options = items.map(() => Array.from({ length: highest + 1 }, (_, option) => `${option}`));
  const binary = highest === 1;
  return {
    persons,
    items,
    choices: values,
    options,
    keys: binary ? items.map(() => [1]) : null,
    scores: binary ? values : null,
  };
}

/** The scores as a matrix. @throws {RangeError} where the key is not known. */
export function scoresOf({ persons, items, scores }: AnswerSheet): ResponseMatrix {
  if (scores === null) {
    throw new RangeError('the key is not known and the responses are not all 0 or 1; give the key of each item');
  }
  return { persons, items, values: scores };
}
