import { Faults, placeOf, type Table } from '../data/table.ts';
import type { BookmarkRound } from './bookmark.ts';
import { RATING_WORDS, type RatedPerformance } from './borderline.ts';
import type { ContrastingCase } from './contrasting.ts';
import type { EbelExpectation, EbelPlacement } from './ebel.ts';
import type { HofsteeJudgment } from './hofstee.ts';
import { readNumber } from './read-ratings.ts';

/** Rows by the names of their columns, which may be written in any case. */
class Cells {
  readonly faults = new Faults();
  readonly #columns: ReadonlyMap<string, number>;
  readonly #table: Table;

  constructor(table: Table, needed: readonly string[]) {
    this.#table = table;
    this.#columns = new Map(table.columns.map((name, at) => [name.toLowerCase(), at]));
    const missing = needed.filter((name) => !this.#columns.has(name));
    if (missing.length > 0) {
      throw new RangeError(`columns missing: ${missing.join(', ')}; the columns are ${table.columns.join(', ')}`);
    }
    if (table.rows.length === 0) throw new RangeError(`the table has no rows; give ${needed.join(', ')}`);
  }

  has(name: string): boolean {
    return this.#columns.has(name);
  }

  text(row: number, name: string): string {
    const at = this.#columns.get(name);
    return at === undefined ? '' : (this.#table.rows[row]?.[at] ?? '');
  }

  /** A text that must stand; its lack is a fault. */
  word(row: number, name: string): string {
    const text = this.text(row, name);
    if (text === '') this.faults.add(`${placeOf(this.#table, row)} has no ${name}`);
    return text;
  }

  /** A number that must stand; anything else is a fault. */
  number(row: number, name: string): number {
    const value = readNumber(this.text(row, name));
    if (typeof value === 'number') return value;
    this.fault(row, name, 'a number');
    return 0;
  }

  fault(row: number, name: string, wanted: string): void {
    this.faults.add(`${placeOf(this.#table, row)}, ${name}: "${this.text(row, name)}" is not ${wanted}`);
  }
}

/** Reads each row, and tells all faults at once. */
function readRows<Row>(table: Table, needed: readonly string[], read: (cells: Cells, row: number) => Row): Row[] {
  const cells = new Cells(table, needed);
  const rows = table.rows.map((_, row) => read(cells, row));
  cells.faults.finish();
  return rows;
}

/**
 * Reads `judge,min_cut,max_cut,min_fail,max_fail`.
 *
 * @throws {RangeError} naming missing columns and the cells that are no numbers.
 */
export const readHofstee = (table: Table): HofsteeJudgment[] =>
  readRows(table, ['judge', 'min_cut', 'max_cut', 'min_fail', 'max_fail'], (cells, row) => ({
    judge: cells.word(row, 'judge'),
    minCut: cells.number(row, 'min_cut'),
    maxCut: cells.number(row, 'max_cut'),
    minFail: cells.number(row, 'min_fail'),
    maxFail: cells.number(row, 'max_fail'),
  }));

/**
 * Reads `judge,page`, with `round` where there are several.
 *
 * @throws {RangeError} naming missing columns and pages that are no whole numbers.
 */
export function readBookmarks(table: Table): BookmarkRound[] {
  const marks = readRows(table, ['judge', 'page'], (cells, row) => {
    const page = cells.number(row, 'page');
    if (!Number.isInteger(page)) cells.fault(row, 'page', 'a whole number');
    return { round: cells.has('round') ? cells.word(row, 'round') : '1', judge: cells.word(row, 'judge'), page };
  });
  return [...new Set(marks.map(({ round }) => round))].map((round) => ({
    round,
    marks: marks.flatMap(({ round: own, judge, page }) => (own === round ? [{ judge, page }] : [])),
  }));
}

const COMPETENT = new Set(['1', 'competent', 'master', 'pass', 'yes', 'y', 'qualified', 'true']);
const NOT_COMPETENT = new Set([
  '0',
  'not competent',
  'nonmaster',
  'non-master',
  'fail',
  'no',
  'n',
  'not',
  'unqualified',
  'false',
]);

/**
 * Reads `score,group`, with `id` and `judge` where they stand. Groups are 1 and 0, or words such as competent and not
 * competent, pass and fail.
 *
 * @param competent the group that is competent, where the words are others.
 * @throws {RangeError} naming missing columns, scores that are no numbers and groups that say neither.
 */
export const readContrasting = (table: Table, competent?: string): ContrastingCase[] =>
  readRows(table, ['score', 'group'], (cells, row) => {
    const group = cells.text(row, 'group').toLowerCase();
    const known = competent === undefined ? COMPETENT.has(group) || NOT_COMPETENT.has(group) : group !== '';
    if (!known) cells.fault(row, 'group', 'competent or not competent (1 or 0)');
    const isCompetent = competent === undefined ? COMPETENT.has(group) : group === competent.toLowerCase();
    return { score: cells.number(row, 'score'), competent: isCompetent, judge: cells.text(row, 'judge') };
  });

/**
 * Reads `score,rating`, with `station` and `judge` where they stand. Ratings are numbers, or words: fail, borderline,
 * pass, good, excellent count as 0 to 4.
 *
 * @returns the performances, and the number that borderline has where words say so.
 * @throws {RangeError} naming missing columns, scores that are no numbers and ratings that are neither.
 */
export function readBorderline(table: Table): { performances: RatedPerformance[]; borderline: number | undefined } {
  let words = 0;
  const performances = readRows(table, ['score', 'rating'], (cells, row): RatedPerformance => {
    const word = RATING_WORDS.get(cells.text(row, 'rating').toLowerCase());
    if (word !== undefined) words += 1;
    const rating = word ?? cells.number(row, 'rating');
    const [station, judge] = [cells.text(row, 'station'), cells.text(row, 'judge')];
    return { score: cells.number(row, 'score'), rating, station, judge };
  });
  if (words > 0 && words < performances.length) {
    throw new RangeError(
      `${words} ratings are words and ${performances.length - words} are numbers; use one of them throughout`,
    );
  }
  return { performances, borderline: words > 0 ? RATING_WORDS.get('borderline') : undefined };
}

/**
 * Reads `item,difficulty,relevance` (with `judge` where judges place items by themselves) and
 * `difficulty,relevance,expected` (with `judge`).
 *
 * @throws {RangeError} naming missing columns and expectations that are no numbers.
 */
export function readEbel(
  placements: Table,
  expectations: Table,
): { placements: EbelPlacement[]; expectations: EbelExpectation[] } {
  const judgeOf = (cells: Cells, row: number): string | null => cells.text(row, 'judge') || null;
  return {
    placements: readRows(placements, ['item', 'difficulty', 'relevance'], (cells, row) => ({
      judge: judgeOf(cells, row),
      item: cells.word(row, 'item'),
      difficulty: cells.word(row, 'difficulty'),
      relevance: cells.word(row, 'relevance'),
    })),
    expectations: readRows(expectations, ['difficulty', 'relevance', 'expected'], (cells, row) => ({
      judge: judgeOf(cells, row),
      difficulty: cells.word(row, 'difficulty'),
      relevance: cells.word(row, 'relevance'),
      share: cells.number(row, 'expected'),
    })),
  };
}

/**
 * Reads `item,options`, for the Nedelsky method.
 *
 * @throws {RangeError} naming missing columns and counts that are no numbers.
 */
export const readOptionCounts = (table: Table): Map<string, number> =>
  new Map(
    readRows(table, ['item', 'options'], (cells, row) => [cells.word(row, 'item'), cells.number(row, 'options')]),
  );
