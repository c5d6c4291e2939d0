import { requireUnique } from '../data/response-matrix.ts';
import { placeOf, type Table } from '../data/table.ts';
import type { Rating, Ratings } from './ratings.ts';

const idColumns = ['id', 'person', 'pid', 'candidate', 'performance'];
const personColumns = ['person', 'pid', 'candidate', 'id', 'performance'];

const find = (columns: readonly string[], names: readonly string[]): number => {
  const lower = columns.map((column) => column.toLowerCase());
  for (const name of names) if (lower.includes(name)) return lower.indexOf(name);
  return -1;
};

/** Whether each row of the table is one rating (or one rater's ratings), not one performance. */
export const isLong = ({ columns }: Table): boolean =>
  find(columns, ['rater', 'judge']) >= 0 && find(columns, personColumns) >= 0;

/**
 * Reads ratings, one row per rating or per performance.
 *
 * Three shapes are understood. Long: `person, rater[, item][, time], score`. Half long: `person, rater[, time]` and one
 * column per item. Wide: one row per performance, one column per rater, the first column an id if named so. An empty
 * cell is no rating.
 *
 * @throws {RangeError} naming the row and column of a cell that is no number.
 */
export function readRatingRecords(table: Table): readonly Rating[] {
  const { columns, rows } = table;
  const numeric = (cell: string, row: number, column: number): number => {
    const score = Number(cell);
    if (Number.isFinite(score)) return score;
    throw new RangeError(
      `${placeOf(table, row)}, column ${columns[column]}: "${cell}" is no number; leave it empty if there is no rating`,
    );
  };
  if (!isLong(table)) {
    const id = find(columns.slice(0, 1), idColumns);
    return rows.flatMap((row, at) =>
      columns.flatMap((rater, column) => {
        const cell = row[column] ?? '';
        if (column === id || cell === '') return [];
        const person = id === 0 ? (row[0] ?? '') : `${at + 1}`;
        return [{ person, rater, item: null, time: null, score: numeric(cell, at, column) }];
      }),
    );
  }
  const at = {
    person: find(columns, personColumns),
    rater: find(columns, ['rater', 'judge']),
    item: find(columns, ['item', 'task', 'trait', 'criterion']),
    time: find(columns, ['time', 'period', 'date', 'round']),
    score: find(columns, ['score', 'rating']),
  };
  const named = Object.values(at);
  const scored =
    at.score >= 0 ? [at.score] : columns.map((_, index) => index).filter((index) => !named.includes(index));
  if (scored.length === 0)
    throw new RangeError('there is no column of scores; name it "score", or give one column per item');
  return rows.flatMap((row, line) => {
    const cellOf = (column: number): string | null => (column < 0 ? null : (row[column] ?? ''));
    const person = cellOf(at.person) ?? '';
    const rater = cellOf(at.rater) ?? '';
    if (person === '' || rater === '') {
      throw new RangeError(
        `${placeOf(table, line)} names no ${person === '' ? 'person' : 'rater'}; every rating needs both`,
      );
    }
    return scored.flatMap((column) => {
      const cell = row[column] ?? '';
      if (cell === '') return [];
      const item = at.score >= 0 ? cellOf(at.item) : (columns[column] ?? '');
      return [{ person, rater, item, time: cellOf(at.time), score: numeric(cell, line, column) }];
    });
  });
}

/**
 * Reads ratings into performances × raters, from the wide or the long shape of {@link readRatingRecords}.
 *
 * Of long data a performance is a person, or a person's answer to an item where there are items. Ratings that are words
 * become codes of the labels, sorted.
 *
 * @throws {RangeError} naming the ratings that stand twice, or a column in which words and numbers are mixed.
 */
export function readRatings(table: Table): Ratings {
  if (isLong(table)) return performancesByRaters(readRatingRecords(table));
  const { columns, rows } = table;
  const skip = find(columns.slice(0, 1), idColumns) === 0 ? 1 : 0;
  const raters = columns.slice(skip);
  const performances = rows.map((row, at) => (skip === 1 ? (row[0] ?? '') : `${at + 1}`));
  requireUnique(performances, 'performance');
  const cells = rows.map((row) => raters.map((_, rater) => row[rater + skip] ?? ''));
  const words = [...new Set(cells.flat())].filter((cell) => cell !== '' && !Number.isFinite(Number(cell)));
  if (words.length === 0) {
    const scores = cells.map((row) => row.map((cell) => (cell === '' ? null : Number(cell))));
    return { performances, raters, scores, labels: null };
  }
  const mixed = cells.findIndex((row) => row.some((cell) => cell !== '' && Number.isFinite(Number(cell))));
  if (mixed >= 0) {
    throw new RangeError(
      `${placeOf(table, mixed)} holds numbers, other rows words (${words.slice(0, 3).join(', ')}); rate with one of them, and give a column of ids the name "id"`,
    );
  }
  const labels = words.sort((a, b) => a.localeCompare(b, 'en'));
  const codes = new Map(labels.map((label, code) => [label, code]));
  return { performances, raters, scores: cells.map((row) => row.map((cell) => codes.get(cell) ?? null)), labels };
}

/**
 * Puts single ratings into performances × raters.
 *
 * @throws {RangeError} where a rater rated the same performance twice.
 */
export function performancesByRaters(records: readonly Rating[]): Ratings {
  const raters = [...new Set(records.map(({ rater }) => rater))];
  const column = new Map(raters.map((rater, index) => [rater, index]));
  const rows = new Map<string, (number | null)[]>();
  for (const { person, rater, item, score } of records) {
    const performance = item === null ? person : `${person} · ${item}`;
    const row = rows.get(performance) ?? raters.map(() => null);
    const index = column.get(rater) ?? 0;
    if (row[index] !== null) {
      throw new RangeError(
        `rater ${rater} rated ${performance} more than once; keep one rating, or compare the two with the drift method`,
      );
    }
    row[index] = score;
    rows.set(performance, row);
  }
  return { performances: [...rows.keys()], raters, scores: [...rows.values()], labels: null };
}
