import {
  type Item,
  type Key,
  type RawResponses,
  type ResponseMatrix,
  readCategories,
  readItems,
  readKey,
  readRaw,
  readScored,
  recodeCategories,
  scoreRaw,
  type Table,
  withoutColumns,
} from '@testamur/psychometrics';
import type { Options } from '../shell/command.ts';
import { CommandError } from '../shell/errors.ts';
import { readJson } from '../shell/read-file.ts';
import { readTable } from './read-table.ts';

/** The data of most methods. */
export const dataArgument = {
  name: 'DATA',
  says: 'CSV with a header: a row per candidate, a column per item; a first column `id` names the candidates.',
} as const;

export const ignoreOption = {
  ignore: { type: 'string', value: 'COLS', says: 'Columns that are no items, by name, apart by commas.' },
  omitted: {
    type: 'string',
    value: 'CODES',
    says: 'What stands for an omitted response, apart by commas, such as 8,9; empty cells and NA always do.',
  },
} as const satisfies Options;

export const keyOption = {
  key: { type: 'string', value: 'FILE', says: 'The key, CSV `id,key`; DATA then holds chosen options, not scores.' },
} as const satisfies Options;

export const itemsOption = {
  items: {
    type: 'string',
    value: 'FILE',
    says: 'Item parameters: what `stats calibrate --json` wrote, or its `items`.',
  },
} as const satisfies Options;

const listed = (names: string | undefined): readonly string[] =>
  (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What the options say of the columns and the cells of a table. */
interface DataOptions {
  readonly ignore?: string | undefined;
  readonly omitted?: string | undefined;
  /** Columns that hold no responses. */
  readonly group?: string | undefined;
  readonly groups?: string | undefined;
}

/** The table without the columns that are no items, and with empty cells for responses that were omitted. */
export async function readData(file: string, options: DataOptions): Promise<Table> {
  const table = await readTable(file);
  const items = located(file, () => withoutColumns(table, listed(options.ignore)));
  const codes = new Set(listed(options.omitted));
  if (codes.size === 0) return items;
  const kept = items.columns.map(
    (name, at) => (at === 0 && name.toLowerCase() === 'id') || name === options.group || name === options.groups,
  );
  const rows = items.rows.map((row) => row.map((cell, at) => (kept[at] !== true && codes.has(cell) ? '' : cell)));
  return { ...items, rows };
}

/** Names the file in what is wrong with its content. */
export function located<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`${file}: ${error.message}.`);
    throw error;
  }
}

export async function readKeyFile(file: string): Promise<Key> {
  const table = await readTable(file);
  return located(file, () => readKey(table));
}

/** Scores as they stand, or chosen options scored by a key. */
export async function scoredOf(file: string, table: Table, key: string | undefined): Promise<ResponseMatrix> {
  if (key === undefined) return located(file, () => readScored(table));
  return (await rawOf(file, table, key)).scored;
}

export interface RawData {
  readonly raw: RawResponses;
  readonly key: Key;
  readonly scored: ResponseMatrix;
}

/** Chosen options with their key. */
export async function rawOf(file: string, table: Table, keyFile: string): Promise<RawData> {
  const key = await readKeyFile(keyFile);
  const raw = located(file, () => readRaw(table));
  return { raw, key, scored: located(keyFile, () => scoreRaw(raw, key)) };
}

/** Calibrated items, and what else their file says that those who use them need. */
export interface ItemsFile {
  readonly items: readonly Item[];
  /** The distribution of ability that was estimated with the items; 0 and 1 where the file has the items alone. */
  readonly latent: { readonly mean: number; readonly variance: number };
  /** How many candidates they were calibrated on; undefined where the file does not say. */
  readonly n: number | undefined;
  /** How they were estimated; marginally where the file does not say. */
  readonly estimator: 'mml' | 'cml';
  /** Which value in the data each category of an item is, by id. */
  readonly categories: ReadonlyMap<string, readonly number[]>;
  /** Puts the values of data in the place of the categories that the items were calibrated with. */
  readonly recode: (data: ResponseMatrix) => ResponseMatrix;
}

/** @throws CommandError naming the file and what in it is no item. */
export async function readItemsFile(file: string): Promise<ItemsFile> {
  const json = await readJson(file);
  const items = located(file, () => readItems(json));
  const { mean = 0, variance = 1 } = isObject(json) && isObject(json.latent) ? json.latent : {};
  if (typeof mean !== 'number' || typeof variance !== 'number' || !(variance > 0)) {
    throw new CommandError(`${file}: latent.mean is a number and latent.variance one above 0.`);
  }
  const categories = readCategories(json);
  const estimator = isObject(json) && json.estimator === 'cml' ? 'cml' : 'mml';
  const n = isObject(json) && typeof json.n === 'number' && json.n >= 0 ? json.n : undefined;
  const recode = (data: ResponseMatrix): ResponseMatrix => recodeCategories(data, categories);
  return { items, latent: { mean, variance }, n, estimator, categories, recode };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
