/** A table as a file gave it: cells of text, nothing understood yet. */
export interface Table {
  /** Names of the columns; unique. */
  readonly columns: readonly string[];
  /** One cell of each column per row, trimmed. */
  readonly rows: readonly (readonly string[])[];
  /** The line of the file where each row began, for messages; row numbers where there was no file. */
  readonly lines?: readonly number[];
}

/** Where a row stands, in words: "line 4", or "row 3" of a table that came from no file. */
export const placeOf = ({ lines }: Table, row: number): string =>
  lines?.[row] === undefined ? `row ${row + 1}` : `line ${lines[row]}`;

/**
 * The index of a column.
 *
 * @throws {RangeError} naming the columns that there are.
 */
export function columnIndex({ columns }: Table, name: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  const known = columns.length > 12 ? `${columns.slice(0, 12).join(', ')}, …` : columns.join(', ');
  throw new RangeError(`there is no column "${name}"; the columns are ${known}`);
}

/** The cells of a column, one per row. */
export function columnCells(table: Table, name: string): readonly string[] {
  const index = columnIndex(table, name);
  return table.rows.map((row) => row[index] ?? '');
}

/** The table without the columns named. */
export function withoutColumns(table: Table, names: readonly string[]): Table {
  const dropped = new Set(names.map((name) => columnIndex(table, name)));
  if (dropped.size === 0) return table;
  const kept = table.columns.map((_, index) => index).filter((index) => !dropped.has(index));
  const [first = 0] = kept;
  // All from some column on, as where ids stand first: a slice is faster, which counts where there are millions of cells.
  const take = (cells: readonly string[]): readonly string[] =>
    kept.length === table.columns.length - first ? cells.slice(first) : kept.map((index) => cells[index] ?? '');
  return { ...table, columns: take(table.columns), rows: table.rows.map(take) };
}

/**
 * The ids of the rows: the first column where it is named `id`, else the numbers of the rows from 1.
 *
 * @throws {RangeError} naming a row whose id is empty.
 */
export function rowIds(table: Table): { readonly ids: readonly string[]; readonly firstItem: 0 | 1 } {
  const [first = ''] = table.columns;
  if (first.toLowerCase() !== 'id') return { ids: table.rows.map((_, row) => `${row + 1}`), firstItem: 0 };
  const ids = columnCells(table, first);
  const empty = ids.indexOf('');
  if (empty >= 0) throw new RangeError(`${placeOf(table, empty)} has no id; give one, or leave the column out`);
  return { ids, firstItem: 1 };
}

/** The ids of the rows, see {@link rowIds}, and the table without the column in which they stand. */
export function splitIds(table: Table): { readonly ids: readonly string[]; readonly rest: Table } {
  const { ids, firstItem } = rowIds(table);
  return { ids, rest: withoutColumns(table, table.columns.slice(0, firstItem)) };
}

/** Gathers what is wrong with many cells and tells it at once, the first five in full. */
export class Faults {
  readonly #found: string[] = [];

  add(fault: string): void {
    this.#found.push(fault);
  }

  /** @throws {RangeError} when there was a fault. */
  finish(): void {
    if (this.#found.length === 0) return;
    const more = this.#found.length > 5 ? `; and ${this.#found.length - 5} more` : '';
    throw new RangeError(this.#found.slice(0, 5).join('; ') + more);
  }
}
