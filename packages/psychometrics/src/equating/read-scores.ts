import { requireUnique } from '../data/response-matrix.ts';
import { Faults, placeOf, splitIds, type Table } from '../data/table.ts';
import type { ScoreRange } from './distribution.ts';

/** Scores of candidates as a file gave them. */
export interface ScoreFile {
  /** Ids of the candidates; null where the file has none. */
  readonly ids: readonly string[] | null;
  /** One per candidate; a table of frequencies has one per candidate that it counts. */
  readonly scores: readonly number[];
  /** Scores of the same candidates on the anchor, where the file has a column `anchor`. */
  readonly anchor: readonly number[] | null;
  /** Ids of the items, where the file has a column per item. */
  readonly items: readonly string[] | null;
  /** Whether the candidates stand by themselves; of a table of frequencies nothing but their number is known. */
  readonly perCandidate: boolean;
  readonly range: ScoreRange;
  /** Whether the range is that of the form; else it is that of the scores seen. */
  readonly rangeKnown: boolean;
  readonly notices: readonly string[];
}

const SCORE_NAMES = ['score', 'total', 'raw', 'scale', 'sum'];
const isCount = (name: string): boolean => /(^|[^a-z])(n|x?count|ycount|counts|freq|frequency)$/i.test(name);

/**
 * Reads scores from a table of one of three forms: a column per item with item scores, which are summed; a column `score`
 * (or `total`; or a single column of any name), if need be beside a column `anchor`; or the columns `score` and `count`.
 *
 * @throws {RangeError} naming line and column of cells that are no whole numbers, and of scores that are missing.
 */
export function readScores(table: Table): ScoreFile {
  const { ids, rest } = splitIds(table);
  if (rest.rows.length === 0 || rest.columns.length === 0) {
    throw new RangeError(
      'the scores have no row or no column; give one row per candidate, or the columns score and count',
    );
  }
  const hasIds = rest.columns.length < table.columns.length;
  const names = rest.columns.map((name) => name.toLowerCase());
  const scoreAt = names.length === 1 ? 0 : names.findIndex((name) => SCORE_NAMES.includes(name));
  const countAt = names.findIndex(isCount);
  if (names.length === 2 && scoreAt >= 0 && countAt >= 0) return readFrequencies(rest, scoreAt, countAt);
  if (hasIds) requireUnique(ids, 'candidate');
  const known = hasIds ? ids : null;
  return scoreAt >= 0 ? readColumns(rest, known, scoreAt, names.indexOf('anchor')) : readItems(rest, known);
}

/** A whole number, or what is wrong with the cell. */
function wholeNumber(table: Table, row: number, column: number, faults: Faults): number {
  const cell = table.rows[row]?.[column] ?? '';
  const value = Number(cell);
  if (cell !== '' && Number.isInteger(value) && Math.abs(value) <= 100_000) return value;
  const what = cell === '' ? 'there is no score; leave the row out' : `"${cell.slice(0, 20)}" is no whole number`;
  faults.add(`${placeOf(table, row)}, column ${table.columns[column]}: ${what}`);
  return 0;
}

function readColumns(table: Table, ids: readonly string[] | null, scoreAt: number, anchorAt: number): ScoreFile {
  const faults = new Faults();
  const scores = table.rows.map((_, row) => wholeNumber(table, row, scoreAt, faults));
  const anchor = anchorAt < 0 ? null : table.rows.map((_, row) => wholeNumber(table, row, anchorAt, faults));
  faults.finish();
  return {
    ids,
    scores,
    anchor,
    items: null,
    perCandidate: true,
    range: rangeOf(scores),
    rangeKnown: false,
    notices: [],
  };
}

function readFrequencies(table: Table, scoreAt: number, countAt: number): ScoreFile {
  const faults = new Faults();
  const seen = new Map<number, number>();
  const scores: number[] = [];
  const found = table.rows.map((_, row) => {
    const score = wholeNumber(table, row, scoreAt, faults);
    const count = wholeNumber(table, row, countAt, faults);
    if (count < 0) faults.add(`${placeOf(table, row)}: ${count} is no number of candidates`);
    const before = seen.get(score);
    if (before !== undefined) {
      faults.add(
        `${placeOf(table, row)}: score ${score} stands in ${placeOf(table, before)} too; give each score once`,
      );
    }
    seen.set(score, row);
    return { score, count };
  });
  faults.finish();
  if (found.reduce((sum, { count }) => sum + count, 0) > 10_000_000) {
    throw new RangeError('the counts sum to more than ten million candidates; check the column of counts');
  }
  for (const { score, count } of found) for (let n = 0; n < count; n += 1) scores.push(score);
  const range = rangeOf(found.map(({ score }) => score));
  return { ids: null, scores, anchor: null, items: null, perCandidate: false, range, rangeKnown: true, notices: [] };
}

function readItems(table: Table, ids: readonly string[] | null): ScoreFile {
  requireUnique(table.columns, 'item');
  const faults = new Faults();
  const highest = table.columns.map(() => 1);
  let empty = 0;
  const scores = table.rows.map((cells, row) => {
    let sum = 0;
    table.columns.forEach((_, column) => {
      const cell = cells[column] ?? '';
      if (cell === '' || cell === 'NA') {
        empty += 1;
        return;
      }
      const value = wholeNumber(table, row, column, faults);
      if (value < 0) faults.add(`${placeOf(table, row)}, column ${table.columns[column]}: ${value} is no item score`);
      highest[column] = Math.max(highest[column] ?? 1, value);
      sum += value;
    });
    return sum;
  });
  faults.finish();
  const range = { low: 0, high: highest.reduce((sum, value) => sum + value, 0) };
  const notices = empty > 0 ? [`${empty} empty cells count as 0 points.`] : [];
  return { ids, scores, anchor: null, items: table.columns, perCandidate: true, range, rangeKnown: true, notices };
}

function rangeOf(scores: readonly number[]): ScoreRange {
  let [low, high] = [0, 1];
  for (const score of scores) {
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return { low, high };
}
