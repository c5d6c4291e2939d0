import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Table } from '../data/table.ts';

/** The text of a reference file, unpacked where its name ends in `.gz`. */
function text(name: string): string {
  const bytes = readFileSync(new URL(`../../golden/${name}`, import.meta.url));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * Expected numbers of a reference file; T is what the test uses of it.
 *
 * @throws {TypeError} when the file holds no object or lacks one of the `keys`.
 */
export function goldenJson<T extends object>(name: string, ...keys: readonly (keyof T & string)[]): T {
  const value: unknown = JSON.parse(text(name));
  const missing = typeof value === 'object' && value !== null ? keys.filter((key) => !(key in value)) : keys;
  if (typeof value !== 'object' || value === null || missing.length > 0) {
    throw new TypeError(`${name} lacks ${missing.join(', ') || 'an object'}`);
  }
  return value as T;
}

/** A reference data set as a table; cells may stand in quotation marks, as R writes them. */
export const goldenTable = (name: string): Table => tableOf(text(name));

/** A table from text with commas, as reading a file gives it. */
export function tableOf(csv: string): Table {
  const [columns = [], ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => (line.includes('"') ? quotedCells(line) : line.split(',')).map((cell) => cell.trim()));
  return { columns, rows };
}

const quotedCells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );

/** Whether a cell of a reference data set is missing. */
export const isMissing = (cell: string | undefined): boolean => cell === undefined || cell === '' || cell === 'NA';
