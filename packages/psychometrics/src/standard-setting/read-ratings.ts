import { columnIndex, Faults, placeOf, type Table } from '../data/table.ts';
import type { ItemRatings } from './ratings.ts';

/**
 * Reads judges' ratings of items: wide (`judge`, then a column per item) or long (`judge,item,rating`). A column
 * `round` tells rounds apart; several tables are rounds one after the other. Empty cells are missing ratings; a column
 * `id` beside `judge` is left out. `yes`, `no`, `y`, `n` count as 1 and 0, a percent sign may stand.
 *
 * @param names what rounds are called where no column says it; `1`, `2`, … without them.
 * @throws {RangeError} naming the cells that are no ratings, judges who stand twice, or missing columns.
 */
export function readItemRatings(tables: readonly Table[], names?: readonly string[]): ItemRatings[] {
  if (tables.length === 0) throw new RangeError('there are no ratings; give at least one table');
  return tables.flatMap((table, at) => {
    const named = columnNames(table);
    const fallback = names?.[at] ?? `${at + 1}`;
    if (table.rows.length === 0) throw new RangeError(`ratings ${fallback}: the table has no rows; give one per judge`);
    const rounds = named.round === undefined ? [fallback] : [...new Set(column(table, named.round))];
    const isLong = named.item !== undefined && named.rating !== undefined;
    return rounds.map((round) => {
      const own = table.rows.flatMap((cells, row) =>
        named.round === undefined || cells[named.round] === round ? [row] : [],
      );
      return isLong ? readLong(table, round, own, named) : readWide(table, round, own, named);
    });
  });
}

interface Named {
  readonly judge: number;
  readonly round: number | undefined;
  readonly item: number | undefined;
  readonly rating: number | undefined;
}

function columnNames(table: Table): Named {
  const find = (name: string): number | undefined => {
    const at = table.columns.findIndex((own) => own.toLowerCase() === name);
    return at < 0 ? undefined : at;
  };
  const judge = find('judge') ?? find('rater') ?? find('id') ?? columnIndex(table, 'judge');
  return { judge, round: find('round'), item: find('item'), rating: find('rating') };
}

const column = ({ rows }: Table, at: number): string[] => rows.map((row) => row[at] ?? '');

/** A cell as a number; null when empty, undefined when it is no number. */
export function readNumber(cell: string): number | null | undefined {
  const text = cell.trim().replace(/\s*%$/, '').toLowerCase();
  if (text === '') return null;
  if (text === 'yes' || text === 'y') return 1;
  if (text === 'no' || text === 'n') return 0;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function readWide(table: Table, round: string, rows: readonly number[], named: Named): ItemRatings {
  const taken = new Set([named.judge, named.round]);
  const columns = table.columns.flatMap((name, at) => (taken.has(at) || name.toLowerCase() === 'id' ? [] : [at]));
  const faults = new Faults();
  const judges: string[] = [];
  const ratings = rows.map((row) => {
    const cells = table.rows[row] ?? [];
    const judge = cells[named.judge] ?? '';
    if (judge === '') faults.add(`${placeOf(table, row)} names no judge`);
    if (judges.includes(judge)) faults.add(`${placeOf(table, row)}: judge ${judge} stands twice in round ${round}`);
    judges.push(judge);
    return columns.map((at) => {
      const value = readNumber(cells[at] ?? '');
      if (value === undefined) faults.add(`${placeOf(table, row)}, ${table.columns[at]}: "${cells[at]}" is no rating`);
      return value ?? null;
    });
  });
  faults.finish();
  return { round, judges, items: columns.map((at) => table.columns[at] ?? ''), ratings };
}

function readLong(table: Table, round: string, rows: readonly number[], named: Named): ItemRatings {
  const faults = new Faults();
  const judges = new Map<string, Map<string, number | null>>();
  const items = new Set<string>();
  for (const row of rows) {
    const cell = (at: number | undefined): string => (at === undefined ? '' : (table.rows[row]?.[at] ?? ''));
    const [judge, item] = [cell(named.judge), cell(named.item)];
    if (judge === '' || item === '') faults.add(`${placeOf(table, row)} lacks a judge or an item`);
    const value = readNumber(cell(named.rating));
    if (value === undefined) faults.add(`${placeOf(table, row)}: "${cell(named.rating)}" is no rating`);
    const own = judges.get(judge) ?? new Map<string, number | null>();
    if (own.has(item)) faults.add(`${placeOf(table, row)}: judge ${judge} rates item ${item} twice in round ${round}`);
    own.set(item, value ?? null);
    judges.set(judge, own);
    items.add(item);
  }
  faults.finish();
  const ids = [...items];
  return {
    round,
    judges: [...judges.keys()],
    items: ids,
    ratings: [...judges.values()].map((own) => ids.map((id) => own.get(id) ?? null)),
  };
}
