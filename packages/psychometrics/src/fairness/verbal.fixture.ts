import { readFileSync } from 'node:fs';
import { type ResponseMatrix, responseMatrix } from '../data/response-matrix.ts';

const read = (name: string): string => readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8');

const [header = [], ...rows] = read('verbal.csv')
  .trim()
  .split('\n')
  .map((line) => line.split(','));

/** Verbal aggression: 316 persons, 24 items (De Boeck & Wilson, 2004). */
export const verbal: ResponseMatrix = responseMatrix(
  rows.map((row) => row.slice(0, 24).map(Number)),
  { items: header.slice(0, 24) },
);

/** `1` men, the focal group of the reference numbers; `0` women. */
export const gender: readonly string[] = rows.map((row) => row[25] ?? '');

interface Numbers {
  readonly [name: string]: readonly number[];
}

/** Numbers of difR 5.1 and mirt 1.47. */
export const expected: {
  readonly MH: Numbers;
  readonly MH_nocorrect: Numbers;
  readonly MH_purified: Numbers & { readonly flagged: readonly number[]; readonly nrPur: number };
  readonly MH_exact: Numbers;
  readonly STD_PDIF: readonly number[];
  readonly BreslowDay: { readonly BD: readonly (readonly [number, number, number])[] };
  readonly Logistic_LRT_both: Numbers;
  readonly Logistic_Wald_both: Numbers;
  readonly Logistic_LRT_udif: Numbers;
  readonly Logistic_Wald_udif: Numbers;
  readonly Logistic_LRT_nudif: Numbers;
  readonly Logistic_Wald_nudif: Numbers;
  readonly Raju_1PL: readonly number[];
  readonly Lord_1PL: readonly number[];
  readonly SIBTEST_mirt: readonly {
    readonly uni: { readonly beta: number; readonly SE: number; readonly X2: number; readonly p: number };
    readonly nonuni: { readonly beta: number; readonly X2: number; readonly p: number };
  }[];
  readonly item1_strata: readonly {
    readonly score: number;
    readonly ref1: number;
    readonly ref0: number;
    readonly foc1: number;
    readonly foc0: number;
  }[];
} = JSON.parse(read('verbal_dif_expected.json'));

/** The greatest relative deviation of numbers from those expected; Infinity when a number is missing. */
export function worstDeviation(actual: readonly (number | null)[], wanted: readonly number[]): number {
  if (actual.length !== wanted.length) return Infinity;
  return actual.reduce<number>((worst, value, at) => {
    const reference = wanted[at] ?? 0;
    return value === null ? Infinity : Math.max(worst, Math.abs(value - reference) / Math.abs(reference));
  }, 0);
}
