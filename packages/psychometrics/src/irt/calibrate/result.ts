import type { SampleJudgment } from '../../guard/judge-sample.ts';
import type { Item, ItemModel } from '../items/item.ts';
import type { SeMethod } from './options.ts';

/** A mean and variance on the scale of θ. */
export interface LatentDistribution {
  readonly mean: number;
  readonly variance: number;
  /** Null where the value is fixed, or the information singular. */
  readonly se: { readonly mean: number | null; readonly variance: number | null };
}

/** A group with its latent distribution. */
export interface CalibratedGroup extends LatentDistribution {
  readonly id: string;
  /** Candidates of the group with a response. */
  readonly n: number;
}

/** An item as estimated, with its standard errors. */
export interface CalibratedItem {
  readonly item: Item;
  /** b = −d / a of a dichotomous item, null where it does not discriminate; null for other models. */
  readonly difficulty: number | null;
  /** The points between the categories, see `thresholdsOf`; null for dichotomous and nominal items. */
  readonly thresholds: readonly number[] | null;
  /**
   * By the name of the parameter: `discrimination`, `intercept`, `difficulty` (delta method), `guessing`, `upper`,
   * `intercept1`…, `threshold1`… (delta method), `slope1`…. Null where the parameter is fixed or the information singular.
   */
  readonly se: Readonly<Record<string, number | null>>;
  /** How many candidates answered. */
  readonly n: number;
  /** The value in the data of each category, in order: `[0, 1, 2]`, or `[1, 2, 4]` where 0 and 3 were never chosen. */
  readonly categories: readonly number[];
  /** Whether the parameters were given, not estimated. */
  readonly anchored: boolean;
}

/** What estimated parameters come with. */
export interface Calibration {
  readonly model: ItemModel;
  readonly estimator: 'mml' | 'cml';
  readonly seMethod: SeMethod;
  /** Candidates whose responses count: those with at least one; for `cml` those whose score is neither zero nor perfect. */
  readonly n: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** Marginal (`mml`) or conditional (`cml`) log-likelihood at the estimates. */
  readonly logLikelihood: number;
  /** Log density of the priors at the estimates; 0 without priors. The estimates maximize the sum of both. */
  readonly logPrior: number;
  /** How many parameters were estimated. */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  /** The distribution of θ in the first group. `cml` supposes none; there it is fitted afterwards, with the items as they are. */
  readonly latent: LatentDistribution;
  readonly groups: readonly CalibratedGroup[];
  readonly items: readonly CalibratedItem[];
  readonly sample: SampleJudgment;
  /** What one must know before one uses the estimates. */
  readonly notices: readonly string[];
  /**
   * Sampling covariance of the estimated parameters, row by row, with their names (`item:parameter`); null without
   * standard errors or where the information is singular. For DIF and linking.
   */
  readonly covariance: { readonly names: readonly string[]; readonly values: Float64Array } | null;
}
