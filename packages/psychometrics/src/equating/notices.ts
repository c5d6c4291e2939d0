import type { SampleJudgment } from '../guard/judge-sample.ts';
import type { ScoreRange } from './distribution.ts';
import type { EquatedScore } from './equating.ts';
import { type EquatingMethod, equatingMethods } from './methods.ts';

/** What one must know of an equating before one uses it. */
export function equatingNotices(result: {
  readonly sample: SampleJudgment;
  readonly method: EquatingMethod;
  readonly table: readonly EquatedScore[];
  readonly y: ScoreRange;
}): readonly string[] {
  const { sample, method, table, y } = result;
  const notices: string[] = [];
  if (sample.n < 30 && method !== 'identity') {
    notices.push(
      'With fewer than 30 candidates in a group any equating adds more error than it removes unless the forms differ much; prefer identity, or a composite with it (Skaggs 2005; Kim, von Davier & Haberman 2008).',
    );
  } else if (sample.n < 100 && equatingMethods[method].rule !== 'equating-small') {
    notices.push(
      'With fewer than 100 candidates in a group circle-arc or nominal weights mean equating has less error (Livingston & Kim 2009; Babcock, Albano & Raymond 2012).',
    );
  }
  const outside = table.filter((row) => row.y < y.low - 0.5 || row.y > y.high + 0.5);
  if (outside.length > 0) {
    notices.push(
      `${outside.length} equated scores lie outside the scores of form Y (${y.low} to ${y.high}); truncate them when they are converted.`,
    );
  }
  for (let at = 1; at < table.length; at += 1) {
    if ((table[at]?.y ?? 0) < (table[at - 1]?.y ?? 0) - 1e-9) {
      notices.push(
        `Equated scores fall from x = ${table[at - 1]?.x} to ${table[at]?.x}; do not use this table as it is.`,
      );
      break;
    }
  }
  return notices;
}
