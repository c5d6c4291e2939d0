import { fileResponse } from '../loading/file-response.ts';
import { type CsvValue, csvOf } from './csv.ts';

/** A list as a file to take away; `name` without its ending. */
export const csvResponse = (
  name: string,
  header: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): Response => fileResponse(new File([csvOf(header, rows)], `${name}.csv`, { type: 'text/csv; charset=utf-8' }));
