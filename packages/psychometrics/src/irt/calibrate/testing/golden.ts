import { readFileSync } from 'node:fs';
import { type ResponseMatrix, responseMatrix } from '../../../data/response-matrix.ts';
import type { Item } from '../../items/item.ts';
import type { Calibration } from '../result.ts';

const file = (name: string): string => readFileSync(new URL(`../../../../golden/${name}`, import.meta.url), 'utf8');

/** Expected numbers of a file of golden/; T is what the test uses of it. */
export const golden = <T>(name: string): T => JSON.parse(file(name));

function table(name: string): { columns: string[]; rows: number[][] } {
  const [header = '', ...lines] = file(name).trim().split(/\r?\n/);
  const cell = (text: string): number => (text === '' || text === 'NA' ? -1 : Number(text));
  return { columns: header.split(','), rows: lines.map((line) => line.split(',').map(cell)) };
}

/** The first columns of a file as responses; empty and NA cells are omitted items. */
export function responses(name: string, width = 1000): ResponseMatrix {
  const { columns, rows } = table(name);
  return responseMatrix(
    rows.map((row) => row.slice(0, width)),
    { items: columns.slice(0, width) },
  );
}

/** One column of a file as text. */
export function column(name: string, of: string): string[] {
  const { columns, rows } = table(name);
  return rows.map((row) => `${row[columns.indexOf(of)]}`);
}

/** LSAT 6: 1,000 candidates from the frequencies of patterns. */
export function lsat6(): ResponseMatrix {
  const { columns, rows } = table('lsat6_patterns.csv');
  const persons = rows.flatMap((row) => Array.from({ length: row[5] ?? 0 }, () => row.slice(0, 5)));
  return responseMatrix(persons, { items: columns.slice(0, 5) });
}

/** One number of each item. */
export const each = (calibration: Calibration, of: (item: Item) => number): number[] =>
  calibration.items.map(({ item }) => of(item));

export const discrimination = (item: Item): number => ('discrimination' in item ? item.discrimination : Number.NaN);
export const intercept = (item: Item): number => ('intercept' in item ? item.intercept : Number.NaN);
export const intercepts = (item: Item): readonly number[] => ('intercepts' in item ? item.intercepts : []);

/** Standard errors by the name of the parameter; NaN for null, so that a comparison fails. */
export const errors = (calibration: Calibration, name: string): number[] =>
  calibration.items.map(({ se }) => se[name] ?? Number.NaN);

/** The greatest deviation, relative to the expected number where that is above 1, else absolute. */
export function worst(found: readonly number[], expected: readonly number[]): number {
  if (found.length !== expected.length)
    throw new Error(`${found.length} numbers where ${expected.length} are expected`);
  return Math.max(...found.map((value, at) => distance(value, expected[at] ?? Number.NaN)));
}

const distance = (found: number, expected: number): number => {
  const off = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
};
