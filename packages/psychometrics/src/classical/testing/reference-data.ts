import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Key, OMITTED, type RawResponses, type ResponseMatrix, responseMatrix } from '../../data/index.ts';

const bytes = (name: string): Buffer => {
  const read = readFileSync(new URL(`../../../golden/${name}`, import.meta.url));
  return name.endsWith('.gz') ? gunzipSync(read) : read;
};

/** A file of reference numbers. */
export const golden = <T>(name: string): T => JSON.parse(bytes(name).toString('utf8'));

function cells(name: string): { columns: readonly string[]; rows: readonly (readonly string[])[] } {
  const [head = '', ...lines] = bytes(name).toString('utf8').trim().split(/\r?\n/);
  return { columns: head.split(','), rows: lines.map((line) => line.split(',')) };
}

const isMissing = (cell: string): boolean => cell === '' || cell === 'NA';

/** A file of scores; empty cells and NA are omitted. */
export function scored(name: string): ResponseMatrix {
  const { columns, rows } = cells(name);
  return responseMatrix(
    rows.map((row) => row.map((cell) => (isMissing(cell) ? OMITTED : Number(cell)))),
    { items: columns },
  );
}

/** A file of chosen options. */
export function raw(name: string): RawResponses {
  const { columns, rows } = cells(name);
  return {
    persons: rows.map((_, row) => `${row + 1}`),
    items: columns,
    responses: rows.map((row) => row.map((cell) => (isMissing(cell) ? null : cell))),
  };
}

/** LSAT section 6 (Bock & Lieberman 1970): 1,000 candidates, 5 items. */
export function lsat6(): ResponseMatrix {
  const { columns, rows } = cells('lsat6_patterns.csv');
  const expanded = rows.flatMap((row) =>
    Array.from({ length: Number(row.at(-1)) }, () => row.slice(0, -1).map(Number)),
  );
  return responseMatrix(expanded, { items: columns.slice(0, -1) });
}

/** A licensure examination: 1,636 candidates, 170 items of four options; its key is what was scored right. */
export function credential(): { raw: RawResponses; key: Key; scores: ResponseMatrix } {
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

/** The parameters a, b, c of the items of a bank. */
export function bank(name: string): readonly { a: number; b: number; c: number }[] {
  return cells(name).rows.map(([a, b, c]) => ({ a: Number(a), b: Number(b), c: Number(c) }));
}

/** The largest deviation of values from their reference; Infinity where one is missing. */
export const worst = (values: readonly (number | null | undefined)[], reference: readonly number[]): number =>
  values.length !== reference.length
    ? Infinity
    : Math.max(...reference.map((expected, at) => Math.abs((values[at] ?? Infinity) - expected)));
