import { gunzipSync } from 'node:zlib';
import type { Table } from '@testamur/psychometrics';
import { CsvError, parse } from 'csv-parse/sync';
import { CommandError } from '../shell/errors.ts';
import { readBytes } from '../shell/read-file.ts';
import { type CsvRecord, splitRecords } from './split-records.ts';

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const often = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }));
  return often.sort((a, b) => b.count - a.count)[0]?.separator ?? ',';
}

/**
 * Reads a table with a header: comma, semicolon or tab between the cells, also packed with gzip.
 *
 * @throws CommandError naming the file and the line of what is no table.
 */
export async function readTable(file: string): Promise<Table> {
  const bytes = await readBytes(file);
  const text = new TextDecoder().decode(unpacked(file, bytes)).replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const records = splitRecords(text, separator) ?? readRecords(file, text, separator);
  const [header, ...body] = records;
  if (header === undefined) throw new CommandError(`${file} is empty; its first line names the columns.`);
  const columns = header.record;
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined) throw new CommandError(`${file} has the column "${twice}" twice; names must differ.`);
  const ragged = body.find(({ record }) => record.length !== columns.length);
  if (ragged !== undefined) {
    throw new CommandError(
      `${file}, line ${ragged.info.lines}: ${ragged.record.length} cells where the header has ${columns.length} columns.`,
    );
  }
  return { columns, rows: body.map(({ record }) => record), lines: body.map(({ info }) => info.lines) };
}

function unpacked(file: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: 2 ** 31 - 1 });
  } catch (error) {
    throw new CommandError(`${file} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** @throws CommandError naming the line of a quote that is not closed. */
export function readRecords(file: string, text: string, separator: string): readonly CsvRecord[] {
  try {
    // The types of the library do not know what `info` makes of its result.
    return parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw new CommandError(`${file} is no table: ${error.message}.`);
    throw error;
  }
}
