/**
 * Why there is no response. The three kinds are told apart because they mean different things: an omitted item was read
 * and left, a not reached item was never seen for want of time, a not presented item was no part of the candidate's form.
 *
 * @see Lord (1974), Psychometrika 39(2).
 */
export const OMITTED = -1;
/** Never seen for want of time; all items after it are not reached either. */
export const NOT_REACHED = -2;
/** No part of the candidate's form. */
export const NOT_PRESENTED = -3;

/**
 * Responses of candidates (rows) to items (columns), as categories.
 *
 * A category is a whole number from 0: of a dichotomous item 0 or 1, of a polytomous item its score. A negative value is
 * {@link OMITTED}, {@link NOT_REACHED} or {@link NOT_PRESENTED}.
 */
export interface ResponseMatrix {
  /** Ids of the candidates; unique. */
  readonly persons: readonly string[];
  /** Ids of the items; unique. */
  readonly items: readonly string[];
  /** Row by row: the response of person p to item i stands at `p * items.length + i`. */
  readonly values: Int16Array;
}

/**
 * Makes a response matrix from rows.
 *
 * @param rows one per person, one value per item: a whole number from 0, or a missing code.
 * @throws {RangeError} naming the row and column of a value that is neither, a row of another length, an id given twice.
 */
export function responseMatrix(
  rows: readonly (readonly number[])[],
  ids: { readonly persons?: readonly string[]; readonly items?: readonly string[] } = {},
): ResponseMatrix {
  const width = ids.items?.length ?? rows[0]?.length ?? 0;
  const items = ids.items ?? Array.from({ length: width }, (_, item) => `${item + 1}`);
  const persons = ids.persons ?? Array.from({ length: rows.length }, (_, person) => `${person + 1}`);
  if (persons.length !== rows.length) {
    throw new RangeError(`there are ${rows.length} rows and ${persons.length} ids of candidates; give one id per row`);
  }
  requireUnique(persons, 'person');
  requireUnique(items, 'item');
  const values = new Int16Array(rows.length * width);
  rows.forEach((row, person) => {
    if (row.length !== width) {
      throw new RangeError(
        `row ${person + 1} (${persons[person]}) has ${row.length} values where ${width} items stand`,
      );
    }
    row.forEach((value, item) => {
      if (!Number.isInteger(value) || value < NOT_PRESENTED || value > 32_767) {
        throw new RangeError(
          `row ${person + 1} (${persons[person]}), item ${items[item]}: ${value} is no category; give a whole number from 0, or a code of missing data`,
        );
      }
      values[person * width + item] = value;
    });
  });
  return { persons, items, values };
}

/** @throws {RangeError} naming the first id that is given twice, and where. */
export function requireUnique(ids: readonly string[], what: string): void {
  const seen = new Map<string, number>();
  ids.forEach((id, index) => {
    const first = seen.get(id);
    if (first !== undefined) {
      throw new RangeError(`${what} id "${id}" stands twice, at ${first + 1} and ${index + 1}; ids must differ`);
    }
    seen.set(id, index);
  });
}

/** The column of an item: one value per person. */
export function itemResponses({ values, items, persons }: ResponseMatrix, item: number): Int16Array {
  return Int16Array.from(persons, (_, person) => values[person * items.length + item] ?? NOT_PRESENTED);
}

/** The row of a person: one value per item; a view, not a copy. */
export function personResponses({ values, items }: ResponseMatrix, person: number): Int16Array {
  return values.subarray(person * items.length, (person + 1) * items.length);
}

/** The persons whose indexes are given, in that order. */
export function selectPersons(matrix: ResponseMatrix, persons: readonly number[]): ResponseMatrix {
  const width = matrix.items.length;
  const values = new Int16Array(persons.length * width);
  persons.forEach((person, at) => {
    values.set(personResponses(matrix, person), at * width);
  });
  return { persons: persons.map((person) => matrix.persons[person] ?? ''), items: matrix.items, values };
}

/** The items whose indexes are given, in that order. */
export function selectItems(matrix: ResponseMatrix, items: readonly number[]): ResponseMatrix {
  const width = matrix.items.length;
  const values = new Int16Array(matrix.persons.length * items.length);
  for (let person = 0; person < matrix.persons.length; person += 1) {
    items.forEach((item, at) => {
      values[person * items.length + at] = matrix.values[person * width + item] ?? NOT_PRESENTED;
    });
  }
  return { persons: matrix.persons, items: items.map((item) => matrix.items[item] ?? ''), values };
}

/** The highest category that anybody answered in each item; −1 where nobody answered. */
export function highestCategories({ values, items }: ResponseMatrix): Int16Array {
  const highest = new Int16Array(items.length).fill(-1);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? -1;
    const item = at % items.length;
    if (value > (highest[item] ?? -1)) highest[item] = value;
  }
  return highest;
}
