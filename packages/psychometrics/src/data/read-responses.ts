import { markNotReached } from './missing.ts';
import type { Key, RawResponses } from './raw-responses.ts';
import { NOT_PRESENTED, NOT_REACHED, OMITTED, type ResponseMatrix, requireUnique } from './response-matrix.ts';
import { Faults, placeOf, rowIds, splitIds, type Table } from './table.ts';

/**
 * What stands in a cell for a response that is missing. An empty cell is an omitted item, and a run of them to the end of
 * a row is not reached. `NP` was no part of the candidate's form.
 */
const MISSING: ReadonlyMap<string, number> = new Map([
  ['', OMITTED],
  ['NA', OMITTED],
  ['OM', OMITTED],
  ['NR', NOT_REACHED],
  ['NP', NOT_PRESENTED],
]);

/** Whole numbers, also as programs that know only decimals write them (`1.0`); not `0x1` or `1e2`. */
const WHOLE = /^\d+(\.0*)?$/;

/** The score in a cell, or which kind of missing response it is; NaN where it is neither. */
function scoreIn(cell: string): number {
  // Nearly all cells of nearly all tables are one digit.
  const digit = cell.length === 1 ? cell.charCodeAt(0) - 48 : -1;
  if (digit >= 0 && digit <= 9) return digit;
  return MISSING.get(cell) ?? (WHOLE.test(cell) ? Number(cell) : Number.NaN);
}

/**
 * Scored responses of a table: a row a candidate, a column an item, a whole number from 0 in each cell.
 *
 * @throws {RangeError} naming line and column of cells that are no such number, ids and items that stand twice.
 */
export function readScored(table: Table): ResponseMatrix {
  // Without a copy of the table, which may have millions of cells.
  const { ids, firstItem } = rowIds(table);
  const items = table.columns.slice(firstItem);
  requireItems(items, ids);
  const width = items.length;
  const values = new Int16Array(ids.length * width);
  const faults = new Faults();
  table.rows.forEach((cells, row) => {
    for (let column = 0; column < width; column += 1) {
      const cell = cells[column + firstItem] ?? '';
      const value = scoreIn(cell);
      if (value <= 32_767) {
        values[row * width + column] = value;
      } else {
        faults.add(
          `${placeOf(table, row)}, column ${items[column]}: "${cell.slice(0, 20)}" is no whole number from 0; give a score, or leave the cell empty`,
        );
      }
    }
  });
  faults.finish();
  return markNotReached({ persons: ids, items, values });
}

/**
 * Chosen options of a table: a row a candidate, a column an item, the option as it was written in each cell.
 *
 * @throws {RangeError} for ids and items that stand twice.
 */
export function readRaw(table: Table): RawResponses {
  const { ids, rest } = splitIds(table);
  requireItems(rest.columns, ids);
  const responses = rest.rows.map((cells) => cells.map((cell) => (MISSING.has(cell) ? null : cell)));
  const missing = Int16Array.from(rest.rows.flatMap((cells) => cells.map((cell) => MISSING.get(cell) ?? 0)));
  const told = markNotReached({ persons: ids, items: rest.columns, values: missing });
  return { persons: ids, items: rest.columns, responses, missing: told.values };
}

/**
 * The key of each item: a table with the columns `id` and `key`. Several keys of one item stand apart by `|`.
 *
 * @throws {RangeError} for an item without a key, or with two rows.
 */
export function readKey(table: Table): Key {
  const { ids, rest } = splitIds(table);
  if (table.columns[0]?.toLowerCase() !== 'id' || !rest.columns.includes('key')) {
    const known = table.columns.length > 12 ? [...table.columns.slice(0, 12), '…'] : table.columns;
    throw new RangeError(`the key needs the columns id and key; it has ${known.join(', ')}`);
  }
  requireUnique(ids, 'item');
  const at = rest.columns.indexOf('key');
  const faults = new Faults();
  const key = new Map<string, readonly string[]>();
  ids.forEach((id, row) => {
    const options = (rest.rows[row]?.[at] ?? '').split('|').map((option) => option.trim());
    if (options.includes('')) faults.add(`${placeOf(table, row)}: item ${id} has no key`);
    key.set(id, options);
  });
  faults.finish();
  return key;
}

function requireItems(columns: readonly string[], ids: readonly string[]): void {
  if (columns.length === 0) throw new RangeError('the data have no column of an item; give one column per item');
  if (ids.length === 0) throw new RangeError('the data have a header and no row; give one row per candidate');
  const unnamed = columns.indexOf('');
  if (unnamed >= 0) throw new RangeError(`column ${unnamed + 1} has no name in the first line; give each item an id`);
  requireUnique(columns, 'item');
  requireUnique(ids, 'candidate');
}
