import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type AnswerSheet, answerSheet } from './similarity/answer-sheet.ts';

/** Rows of a gzipped CSV among the reference data, the header first. */
export function goldenRows(file: string): readonly (readonly string[])[] {
  const text = gunzipSync(readFileSync(new URL(`../../golden/${file}`, import.meta.url))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

/** A real licensure examination: 1,636 candidates, 170 items of four options, 46 candidates flagged by the vendor. */
export interface CredentialForm {
  readonly sheet: AnswerSheet;
  /** Ids of the candidates whom the vendor flagged, for reasons of its own. */
  readonly vendorFlagged: ReadonlySet<string>;
  readonly centers: readonly string[];
  readonly totalSeconds: readonly number[];
}

export function credentialForm(): CredentialForm {
  const [items = [], ...responses] = goldenRows('credential_form1_iresp_1_170.csv.gz');
  const [, ...scores] = goldenRows('credential_form1_iraw_1_170.csv.gz');
  const [, ...meta] = goldenRows('credential_form1_meta.csv.gz');
  const persons = meta.map(([id = '']) => id);
  // The key is the option that was scored 1.
  const key = new Map(
    items.map((id, item) => {
      const row = scores.findIndex((values) => values[item] === '1');
      return [id, [responses[row]?.[item] ?? '']];
    }),
  );
  const raw = { persons, items, responses: responses.map((row) => row.map((cell) => (cell === 'NA' ? null : cell))) };
  return {
    sheet: answerSheet(raw, key),
    vendorFlagged: new Set(meta.filter(([, flagged]) => flagged === '1').map(([id = '']) => id)),
    centers: meta.map((row) => row[3] ?? ''),
    totalSeconds: meta.map((row) => Number(row[4])),
  };
}
