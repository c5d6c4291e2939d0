import type { Table } from '../../data/table.ts';
import { goldenJson, goldenTable } from '../../testing/golden.ts';

/** Ratings of 8 judges × 20 items, in two rounds. */
export const angoffTables: readonly Table[] = [1, 2].map((round) => goldenTable(`angoff_synth_round${round}.csv`));

/** Raw scores of the 600 candidates of SAT12. */
export const sat12Scores: readonly number[] = goldenTable('sat12_scored.csv').rows.map((row) =>
  row.reduce((sum, cell) => sum + Number(cell), 0),
);

interface AngoffNumbers {
  readonly judge_cut: readonly number[];
  readonly cut_mean: number;
  readonly cut_median: number;
  readonly cut_trimmed_drop_hi_lo: number;
  readonly sd_judges: number;
  readonly se_judges: number;
  readonly item_mean: readonly number[];
  readonly item_sd: readonly number[];
  readonly ICC_table: readonly { readonly type: string; readonly ICC: number }[];
  readonly var_judge: number;
  readonly var_item: number;
  readonly var_resid: number;
  readonly se_cut_gtheory_items_fixed: number;
  readonly se_cut_gtheory_items_random: number;
}

/** Numbers computed in R. */
export const expected: {
  readonly angoff_round1: AngoffNumbers;
  readonly angoff_round2: AngoffNumbers;
  readonly hofstee_SAT12: {
    readonly kmin: number;
    readonly kmax: number;
    readonly fmin: number;
    readonly fmax: number;
    readonly fail_rate_by_cut: readonly number[];
    readonly cut: number;
    readonly fail: number;
  };
  readonly contrasting_groups_SAT12: {
    readonly competent: readonly number[];
    readonly intercept: number;
    readonly slope: number;
    readonly cut_p50: number;
    readonly mean_competent: number;
    readonly mean_not: number;
    readonly sd_competent: number;
    readonly sd_not: number;
    readonly midpoint_means: number;
  };
  readonly bookmark_SAT12_2PL: {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly RP: number;
    readonly location: readonly number[];
    readonly order: readonly number[];
  };
} = goldenJson('standard_setting_expected.json');
