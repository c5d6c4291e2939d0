import { type ResponseMatrix, selectPersons } from '../../../data/response-matrix.ts';
import type { SampleJudgment } from '../../../guard/judge-sample.ts';
import { chiSquare } from '../../../numeric/distributions/chi-square.ts';
import { categoryCount, type Item } from '../../items/item.ts';
import { judgeModels } from '../../items/judge-models.ts';
import { itemsOfColumns } from '../../scoring/item-columns.ts';
import { type LatentOptions, latentGrid } from '../../scoring/latent-grid.ts';
import { completeRows } from '../../scoring/score-sample.ts';
import { independenceModel } from './independence.ts';
import { jacobian } from './jacobian.ts';
import { curvesOn, momentModel } from './moment-model.ts';
import { noncentralityAt } from './noncentral.ts';
import { observedMoments, standardizedRootMeanSquare } from './observed-moments.ts';
import { residualForm } from './quadratic-form.ts';

/** A statistic above this has lost its digits: the model gives 0 to what the data show. */
const BEYOND = 1e8;

/** Whether the model as a whole fits the shares of the categories and the association of all pairs of items. */
export interface ModelFitM2 {
  /** How many candidates answered all items; only they enter. */
  readonly n: number;
  /** Null where no degree of freedom is left; `reason` then says so. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  /** The misfit per degree of freedom, RMSEA₂; below 0.05 close fit, from 0.089 on none (dichotomous items). */
  readonly rmsea: number | null;
  /** Its 90 % interval. */
  readonly rmseaInterval: readonly [number, number] | null;
  /** The root mean square of the differences between observed and expected correlations of items. */
  readonly srmsr: number | null;
  /** Comparative and Tucker-Lewis index against the model of independent items. */
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly iterations: number;
  readonly converged: boolean;
  readonly sample: SampleJudgment;
  readonly reason: string | null;
}

/** What M2 is told beyond the latent distribution. */
export interface M2Options extends LatentOptions {
  /**
   * The moments of an item with more than two categories: `c2` the shares of its categories, `m2star` its mean score.
   * Pairs enter by the product of the scores in both. `c2` unless given; with two categories both are M2.
   */
  readonly moments?: 'c2' | 'm2star';
  /** The item parameters were not estimated from these data; false unless given. */
  readonly fixedItems?: boolean;
  readonly override?: { readonly reason: string };
}

/**
 * The limited-information test of fit M2.
 *
 * @see Maydeu-Olivares & Joe (2006), Psychometrika 71(4); Cai & Hansen (2013), BJMSP 66(2), for M2*; Cai & Monroe (2014),
 * CRESST report 839, for C2; Maydeu-Olivares & Joe (2014), MBR 49(4), for RMSEA₂ and its bounds; Maydeu-Olivares (2013),
 * Measurement 11(3), for SRMSR.
 */
export function m2(data: ResponseMatrix, items: readonly Item[], options: M2Options = {}): ModelFitM2 {
  const columns = itemsOfColumns(data, items);
  const rows = completeRows(data);
  const n = rows.length;
  const complete = selectPersons(data, rows);
  const sample = judgeModels(columns, n, options.override);
  const none = (reason: string, df = 0): ModelFitM2 => ({
    ...{ n, statistic: null, df, p: null, rmsea: null, rmseaInterval: null, srmsr: null, cfi: null, tli: null },
    ...{ iterations: 0, converged: true, sample, reason },
  });
  if (n < 2) return none(`${n} candidates answered all items; M2 needs at least two`);
  if (columns.length < 2) return none('M2 needs at least two items');
  const { mean = 0, variance = 1 } = options;
  const grid = latentGrid(columns, options);
  const shares = options.moments !== 'm2star';
  const model = momentModel(curvesOn(columns, grid), shares);
  const observed = observedMoments(model, complete);
  const residuals = observed.map((value, at) => value - (model.expected[at] ?? 0));
  const parameters = options.fixedItems === true ? [] : jacobian(model, columns, grid, { mean, variance });
  const { value, df, iterations, converged } = residualForm(model, residuals, parameters);
  const srmsr = standardizedRootMeanSquare(model, complete);
  if (df < 1) {
    return { ...none(`${model.size} moments leave no degree of freedom for the estimated parameters`), srmsr };
  }
  const statistic = n * value;
  if (!(statistic < BEYOND)) {
    const reason =
      'the data contradict the items beyond what can be computed; check that the items belong to these data';
    return { ...none(reason, df), srmsr };
  }
  const perDegree = (excess: number): number => Math.sqrt(Math.max(0, excess) / (df * (n - 1)));
  const independent = independenceModel(complete, columns.map(categoryCount), shares);
  return {
    n,
    statistic,
    df,
    p: chiSquare.upper(statistic, df),
    rmsea: perDegree(statistic - df),
    rmseaInterval: [perDegree(noncentralityAt(statistic, df, 0.95)), perDegree(noncentralityAt(statistic, df, 0.05))],
    srmsr,
    ...againstIndependence(statistic, df, independent),
    iterations,
    converged,
    sample,
    reason: converged ? null : `the bound of ${iterations} iterations was reached; the statistic is a lower limit`,
  };
}

function againstIndependence(
  statistic: number,
  df: number,
  independent: { readonly statistic: number; readonly df: number },
): Pick<ModelFitM2, 'cfi' | 'tli'> {
  const excess = independent.statistic - independent.df;
  if (independent.df < 1 || !(excess > 0)) return { cfi: null, tli: null };
  const cfi = 1 - Math.max(0, statistic - df) / Math.max(excess, statistic - df);
  const ratio = independent.statistic / independent.df;
  return { cfi, tli: (ratio - statistic / df) / (ratio - 1) };
}
