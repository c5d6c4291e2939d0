import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { temporaryFile, testamur } from './run-command.ts';

/** A file of reference data of the package. */
export const golden = (file: string): string =>
  fileURLToPath(new URL(`../../../../packages/psychometrics/golden/${file}`, import.meta.url));

/** Expected numbers, in the shape that the test knows. */
export const goldenJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(golden(file), 'utf8'));

/** The object that a method prints with `--json`; nothing else may stand on the standard output. */
export async function statsJson<T>(method: string, ...args: readonly string[]): Promise<T> {
  const { code, out, err } = await testamur(['stats', method, ...args, '--json']);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(out.slice(0, 1) + out.slice(-1)).toBe('{}');
  return JSON.parse(out);
}

/** What people read. */
export async function statsText(method: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await testamur(['stats', method, ...args]);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(out).not.toMatch(/NaN|Infinity|undefined|\[object/);
  return out;
}

/** A table of the tests as a file that goes with the test. */
export const tableFile = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<string> => temporaryFile(name, [columns, ...rows].map((row) => row.join(',')).join('\n'));

/** Header and rows of a reference table without quotation marks. */
export async function goldenRows(file: string): Promise<{ columns: readonly string[]; rows: readonly string[][] }> {
  const text = (await readFile(golden(file), 'utf8')).replaceAll('"', '').trim();
  const [columns = [], ...rows] = text.split(/\r?\n/).map((line) => line.split(','));
  return { columns, rows };
}

/** LSAT section 6: 1,000 candidates × 5 items, a row per candidate. */
export async function lsatFile(): Promise<string> {
  const { columns, rows } = await goldenRows('lsat6_patterns.csv');
  const candidates = rows.flatMap((row) => Array.from({ length: Number(row[5]) }, () => row.slice(0, 5)));
  return tableFile('lsat6.csv', columns.slice(0, 5), candidates);
}

/** The largest distance between two lists, of numbers above 1 in proportion; infinite where one has no number. */
export function worst(found: readonly (number | null | undefined)[], wanted: readonly number[]): number {
  expect(found).toHaveLength(wanted.length);
  return Math.max(
    ...wanted.map((value, at) => {
      const own = found[at];
      return typeof own === 'number' ? Math.abs(own - value) / Math.max(1, Math.abs(value)) : Number.POSITIVE_INFINITY;
    }),
  );
}

/** The references print eleven digits: where both compute the same formula, nothing else may differ. */
export const PRINTED = 1e-9;
