import type { LookupTable, VariableDeclaration } from '../model/declarations.ts';
import type { Value } from '../model/value.ts';
import { isNumeric } from '../value/compare.ts';
import { baseTypeOf, numberIn } from './results.ts';

/**
 * The value that a table gives for a number (QTI 3.0 ASI information model, classes MatchTable, InterpolationTable): that of
 * the first entry that holds, else the table's default; NULL without one. A number that is NULL meets no entry.
 */
export function lookup(table: LookupTable, value: Value, declared: Pick<VariableDeclaration, 'baseType'>): Value {
  const baseType = baseTypeOf(value);
  const number = baseType !== null && isNumeric(baseType) ? numberIn(value) : Number.NaN;
  const entry =
    table.table === 'match'
      ? table.entries.find(({ source }) => source === number)
      : table.entries.find(({ source, includeBoundary }) => (includeBoundary ? number >= source : number > source));
  const target = entry === undefined ? table.defaultValue : entry.target;
  if (target === null || target === '' || declared.baseType === null) return null;
  return { cardinality: 'single', baseType: declared.baseType, value: target };
}
