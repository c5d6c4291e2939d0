import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { goldenJson, goldenTable } from '../../testing/golden.ts';
import { scored } from '../../testing/reference-data.ts';

/** Verbal aggression: 316 persons, 24 items (De Boeck & Wilson, 2004). */
export const verbal: ResponseMatrix = scored('verbal.csv', { width: 24 });

/** `1` men, the focal group of the reference numbers; `0` women. */
export const gender: readonly string[] = goldenTable('verbal.csv').rows.map((row) => row[25] ?? '');

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
} = goldenJson('verbal_dif_expected.json');
