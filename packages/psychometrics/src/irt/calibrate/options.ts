import type { Item, ItemModel } from '../items/item.ts';

/**
 * How standard errors are computed: from the cross-product of the scores, which supposes that the model holds, or from the
 * observed information, by Oakes' identity or Louis' formula, which give the same; `none` leaves them out.
 */
export type SeMethod = 'crossprod' | 'oakes' | 'louis' | 'none';

/** The ways to standard errors; `none` leaves them out. */
export const SE_METHODS: readonly SeMethod[] = ['crossprod', 'oakes', 'louis', 'none'];

/**
 * The prior of an asymptote: a beta density of the asymptote itself, or a normal density of its logit. The density counts
 * on the scale on which it is stated; there is no Jacobian.
 */
export type AsymptotePrior =
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }
  | { readonly kind: 'logit-normal'; readonly mean: number; readonly sd: number };

/** Priors of item parameters; they make the estimate the mode of log-likelihood plus log prior. */
export interface ItemPriors {
  /**
   * Of the guessing parameter (3PL, 4PL). Without it: logit-normal around `guessingMean` with standard deviation 0.5. Null
   * takes it away, which needs very large samples.
   */
  readonly guessing?: AsymptotePrior | null;
  /** Of the upper asymptote (4PL). Without it: logit-normal around 0.95 with standard deviation 1. Null takes it away. */
  readonly upper?: AsymptotePrior | null;
  /** Normal density of the logarithm of the discrimination; it keeps discriminations above 0. None without it. */
  readonly discrimination?: { readonly meanLog: number; readonly sdLog: number };
  /** Normal density of each intercept. None without it. */
  readonly intercept?: { readonly mean: number; readonly sd: number };
}

/** What is estimated, and how. Only the model must be given. */
export interface CalibrateOptions {
  readonly model: ItemModel;
  /** `mml` marginal maximum likelihood (the default), or `cml` conditional, for `rasch` and `pcm` only. */
  readonly estimator?: 'mml' | 'cml';
  /** `oakes` without it; the result says which. */
  readonly se?: SeMethod;
  /** One label per person; the group of the first person is the reference. */
  readonly groups?: readonly string[];
  /** Items whose parameters stay as they are; found by id. They set the scale, so mean and variance are estimated. */
  readonly anchors?: readonly Item[];
  /** 401 nodes on [−8, 8], and Newton steps to the optimum: every parameter to at least six digits. */
  readonly precise?: boolean;
  /** How many nodes the latent distribution has, 11 to 2001; 61 without it, 401 when precise. They lie evenly on [−6, 6] or [−8, 8]. */
  readonly nodes?: number;
  readonly priors?: ItemPriors;
  /** The center of the default prior of the guessing parameter: 1 / options. 0.25 without it. */
  readonly guessingMean?: number;
  /** What becomes of items that all candidates answered alike: refused (the default), or left out with a notice. */
  readonly onConstant?: 'refuse' | 'drop';
  /** The bound on iterations: 1,000 without it. */
  readonly maxIterations?: number;
  /** EM ends where no parameter changes by more in a step; 0.0001 without it, 0.00001 when precise. */
  readonly tolerance?: number;
  /** Why a calibration is used although the sample is too small for the model. */
  readonly override?: { readonly reason: string };
  /** Told after each iteration; `change` is the greatest change of a parameter. */
  readonly onProgress?: (iteration: number, change: number) => void;
}

const DICHOTOMOUS: ReadonlySet<ItemModel> = new Set(['rasch', '1pl', '2pl', '3pl', '4pl']);

/** Whether the model takes responses 0 and 1 only. */
export const isDichotomousModel = (model: ItemModel): boolean => DICHOTOMOUS.has(model);

/** Whether all discriminations are 1, so that the variance of the latent distribution is estimated. */
export const isRaschModel = (model: ItemModel): boolean => model === 'rasch' || model === 'pcm' || model === 'rsm';

/** @throws {RangeError} for options outside of their range, or that do not go together. */
export function checkOptions(options: CalibrateOptions): void {
  const { nodes, tolerance, maxIterations, guessingMean, estimator = 'mml', model } = options;
  if (nodes !== undefined && !(Number.isInteger(nodes) && nodes >= 11 && nodes <= 2001)) {
    throw new RangeError(`${nodes} nodes: give a whole number from 11 to 2001`);
  }
  if (tolerance !== undefined && !(tolerance > 0 && tolerance < 1)) {
    throw new RangeError(`a tolerance of ${tolerance}: give a number between 0 and 1`);
  }
  if (maxIterations !== undefined && !(Number.isInteger(maxIterations) && maxIterations >= 1)) {
    throw new RangeError(`at most ${maxIterations} iterations: give a whole number from 1`);
  }
  if (guessingMean !== undefined && !(guessingMean > 0 && guessingMean < 1)) {
    throw new RangeError(`a guessing mean of ${guessingMean}: give a number between 0 and 1, such as 1 / options`);
  }
  if (estimator === 'cml') {
    if (model !== 'rasch' && model !== 'pcm') {
      throw new RangeError(`conditional maximum likelihood is defined for rasch and pcm, not for ${model}; use mml`);
    }
    if (options.anchors !== undefined || options.groups !== undefined) {
      throw new RangeError('conditional maximum likelihood knows no groups and no anchors here; use mml');
    }
  }
  checkPriors(options.priors ?? {});
}

function checkPriors(priors: ItemPriors): void {
  for (const prior of [priors.guessing, priors.upper]) {
    if (prior?.kind === 'beta' && !(prior.alpha >= 1 && prior.beta >= 1)) {
      throw new RangeError('a beta prior has no mode inside (0, 1) unless alpha and beta are at least 1');
    }
    if (prior?.kind === 'logit-normal' && !(prior.sd > 0 && Number.isFinite(prior.mean))) {
      throw new RangeError('a logit-normal prior needs a finite mean and a standard deviation above 0');
    }
  }
  if (priors.discrimination !== undefined && !(priors.discrimination.sdLog > 0)) {
    throw new RangeError('the prior of the discrimination needs sdLog above 0');
  }
  if (priors.intercept !== undefined && !(priors.intercept.sd > 0)) {
    throw new RangeError('the prior of the intercept needs a standard deviation above 0');
  }
}
