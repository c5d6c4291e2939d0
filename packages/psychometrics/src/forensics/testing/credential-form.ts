import { goldenTable } from '../../testing/golden.ts';
import { credential } from '../../testing/reference-data.ts';
import { type AnswerSheet, answerSheet } from '../similarity/answer-sheet.ts';

/** A real licensure examination: 1,636 candidates, 170 items of four options, 46 candidates flagged by the vendor. */
export interface CredentialForm {
  readonly sheet: AnswerSheet;
  /** Ids of the candidates whom the vendor flagged, for reasons of its own. */
  readonly vendorFlagged: ReadonlySet<string>;
  readonly centers: readonly string[];
  readonly totalSeconds: readonly number[];
}

export function credentialForm(): CredentialForm {
  const { raw, key } = credential();
  const meta = goldenTable('credential_form1_meta.csv.gz').rows;
  return {
    sheet: answerSheet({ ...raw, persons: meta.map(([id = '']) => id) }, key),
    vendorFlagged: new Set(meta.filter(([, flagged]) => flagged === '1').map(([id = '']) => id)),
    centers: meta.map((row) => row[3] ?? ''),
    totalSeconds: meta.map((row) => Number(row[4])),
  };
}
