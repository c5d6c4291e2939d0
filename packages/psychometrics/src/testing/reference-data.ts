import type { Key, RawResponses } from '../data/index.ts';
import { OMITTED, type ResponseMatrix, responseMatrix } from '../data/response-matrix.ts';
import { type DichotomousItem, dichotomousItem } from '../irt/items/item.ts';
import { goldenTable, isMissing } from './golden.ts';

/** A file of scores, its first `width` columns; empty cells and NA are omitted items, `shift` is added to the rest. */
export function scored(name: string, { width, shift = 0 }: { width?: number; shift?: number } = {}): ResponseMatrix {
  const { columns, rows } = goldenTable(name);
  return responseMatrix(
    rows.map((row) => row.slice(0, width).map((cell) => (isMissing(cell) ? OMITTED : Number(cell) + shift))),
    { items: columns.slice(0, width) },
  );
}

/** A file of chosen options. */
export function raw(name: string): RawResponses {
  const { columns, rows } = goldenTable(name);
  return {
    persons: rows.map((_, row) => `${row + 1}`),
    items: columns,
    responses: rows.map((row) => row.map((cell) => (isMissing(cell) ? null : cell))),
  };
}

/** LSAT section 6 (Bock & Lieberman 1970): 1,000 candidates × 5 items, from the frequencies of patterns. */
export function lsat6(): ResponseMatrix {
  const { columns, rows } = goldenTable('lsat6_patterns.csv');
  const expanded = rows.flatMap((row) => Array.from({ length: Number(row[5]) }, () => row.slice(0, 5).map(Number)));
  return responseMatrix(expanded, { items: columns.slice(0, 5) });
}

/** A licensure examination: 1,636 candidates, 170 items of four options; its key is what was scored right. */
export function credential(): { readonly raw: RawResponses; readonly key: Key; readonly scores: ResponseMatrix } {
  const chosen = raw('credential_form1_iresp_1_170.csv.gz');
  const scores = scored('credential_form1_iraw_1_170.csv.gz');
  const key = new Map(
    chosen.items.map((id, item) => {
      const right = scores.persons.findIndex((_, person) => scores.values[person * scores.items.length + item] === 1);
      return [id, [chosen.responses[right]?.[item] ?? '']] as const;
    }),
  );
  return { raw: chosen, key, scores };
}

/** The bank `tcals` of catR: 85 items with the content area of each. */
export function tcalsBank(): { readonly items: readonly DichotomousItem[]; readonly areas: readonly string[] } {
  const { rows } = goldenTable('tcals_bank.csv');
  const items = rows.map((row, at) => {
    const [discrimination = 0, difficulty = 0, guessing = 0, upper = 1] = row.map(Number);
    return dichotomousItem({ id: `${at + 1}`, model: '3pl', discrimination, difficulty, guessing, upper });
  });
  return { items, areas: rows.map((row) => row[4] ?? '') };
}

/** A form of table 6.5 of Kolen & Brennan (2004), numbered from 1; every third item is common to both forms. */
export const kb04Form = (form: 'X' | 'Y'): readonly DichotomousItem[] =>
  goldenTable(`kb04_form${form}_3pl.csv`).rows.map((row) => {
    const [id = '', a, b, c] = row;
    // The table is in the normal metric, D = 1.7.
    return dichotomousItem({ id, discrimination: 1.7 * Number(a), difficulty: Number(b), guessing: Number(c) });
  });
