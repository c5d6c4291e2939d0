import { missingAsZero } from '../data/missing.ts';
import { highestCategories, type ResponseMatrix } from '../data/response-matrix.ts';

/** What becomes of omitted and not reached items: 'zero' scores them wrong, 'omit' leaves them out pair by pair. */
export type MissingRule = 'zero' | 'omit';

/** The scores that a classical analysis works on: one column per item, and a total per candidate who counts. */
export interface ItemScores {
  readonly items: readonly string[];
  /** Ids of the candidates who count: those with at least one score. */
  readonly persons: readonly string[];
  /** Ids of the candidates without any score; they count nowhere. */
  readonly excluded: readonly string[];
  /** One per item: a score per candidate, negative where there is none. */
  readonly columns: readonly Int16Array[];
  /** The highest score that each item can give. */
  readonly maxima: readonly number[];
  /** Every candidate has a score on every item. */
  readonly complete: boolean;
  /** One per candidate: the sum of scores, raised in proportion to what was presented where scores are missing. */
  readonly totals: Float64Array;
}

/**
 * Prepares the scores of an analysis.
 *
 * @param maximum the highest score of each item; by default the highest that anybody reached, at least 1.
 * @throws {RangeError} without candidates or items, when nobody has a score, when a maximum lies below a score.
 */
export function itemScores(
  data: ResponseMatrix,
  missing: MissingRule = 'zero',
  maximum?: readonly number[],
): ItemScores {
  if (data.items.length === 0) throw new RangeError('there are no items; give at least one column of scores');
  if (data.persons.length === 0) throw new RangeError('there are no candidates; give at least one row of scores');
  const { items, persons: everybody, values } = missing === 'zero' ? missingAsZero(data) : data;
  const all: ResponseMatrix = { items, persons: everybody, values };
  const counts = withScore(all);
  if (!counts.includes(1)) {
    throw new RangeError('no candidate has a score on any item; check that the columns hold scores and are not empty');
  }
  const columns = columnsOf(all, counts);
  const maxima = requireMaxima(all, maximum);
  const kept = (person: number): boolean => counts[person] === 1;
  return {
    items,
    persons: everybody.filter((_, person) => kept(person)),
    excluded: everybody.filter((_, person) => !kept(person)),
    columns,
    maxima,
    complete: columns.every((column) => column.every((value) => value >= 0)),
    totals: totalsOf(columns, maxima),
  };
}

/** 1 for each candidate with a score on some item. */
function withScore({ values, items, persons }: ResponseMatrix): Uint8Array {
  const found = new Uint8Array(persons.length);
  for (let at = 0; at < values.length; at += 1) if ((values[at] ?? -1) >= 0) found[Math.floor(at / items.length)] = 1;
  return found;
}

/** One column per item, of the candidates who count. */
function columnsOf({ values, items }: ResponseMatrix, counts: Uint8Array): readonly Int16Array[] {
  const kept = Int32Array.from(counts.keys()).filter((person) => counts[person] === 1);
  const width = items.length;
  return items.map((_, item) => {
    const column = new Int16Array(kept.length);
    for (let at = 0; at < kept.length; at += 1) column[at] = values[(kept[at] ?? 0) * width + item] ?? -1;
    return column;
  });
}

function requireMaxima(data: ResponseMatrix, maximum: readonly number[] | undefined): readonly number[] {
  const reached = highestCategories(data);
  if (maximum === undefined) return Array.from(reached, (highest) => Math.max(1, highest));
  if (maximum.length !== data.items.length) {
    throw new RangeError(
      `there are ${maximum.length} maximum scores for ${data.items.length} items; give one per item`,
    );
  }
  maximum.forEach((highest, item) => {
    if (Number.isInteger(highest) && highest >= 1 && highest >= (reached[item] ?? 0)) return;
    const id = data.items[item];
    throw new RangeError(
      `item ${id}: ${highest} is no maximum score where ${reached[item]} was reached; give a whole number not below it`,
    );
  });
  return maximum;
}

function totalsOf(columns: readonly Int16Array[], maxima: readonly number[]): Float64Array {
  const highest = maxima.reduce((total, maximum) => total + maximum, 0);
  const length = columns[0]?.length ?? 0;
  const totals = new Float64Array(length);
  const presented = new Float64Array(length);
  columns.forEach((column, item) => {
    const maximum = maxima[item] ?? 0;
    for (let person = 0; person < length; person += 1) {
      const score = column[person] ?? -1;
      if (score < 0) continue;
      totals[person] = (totals[person] ?? 0) + score;
      presented[person] = (presented[person] ?? 0) + maximum;
    }
  });
  return totals.map((total, person) => {
    const share = presented[person] ?? 0;
    return share === highest ? total : (total * highest) / share;
  });
}

/** Whether every item gives 0 or 1. */
export const isDichotomousTest = ({ maxima }: ItemScores): boolean => maxima.every((maximum) => maximum === 1);

/** The highest total score. */
export const highestTotal = ({ maxima }: ItemScores): number => maxima.reduce((total, maximum) => total + maximum, 0);
