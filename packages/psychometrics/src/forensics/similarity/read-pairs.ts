import { columnCells, placeOf, type Table } from '../../data/table.ts';

/**
 * The pairs of a table with the columns `a` and `b`: ids of candidates; `a` may have copied, `b` is the source.
 *
 * @throws {RangeError} for missing columns, naming those there are, and for a row without an id.
 */
export function readPairs(table: Table): readonly { readonly a: string; readonly b: string }[] {
  const [first, second] = [columnCells(table, 'a'), columnCells(table, 'b')];
  if (first.length === 0) throw new RangeError('there is no pair; give one row per pair with the ids a and b');
  return first.map((a, row) => {
    const b = second[row] ?? '';
    if (a === '' || b === '') throw new RangeError(`${placeOf(table, row)} lacks an id; give both a and b`);
    return { a, b };
  });
}
