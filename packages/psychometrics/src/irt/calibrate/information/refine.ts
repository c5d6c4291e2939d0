import { cholesky, inverseSymmetric } from '../../../numeric/linear.ts';
import type { Estimate } from '../estimate.ts';
import { FARTHEST } from '../maximization/maximize.ts';
import { localOf, type Model } from '../model/parameters.ts';
import type { CalibrateOptions } from '../options.ts';
import { informationMatrix } from './information.ts';
import { polish } from './polish.ts';

/** Estimates with their sampling covariance. */
export interface Refined extends Estimate {
  /** Row by row in the parameters of the model; null without standard errors or where the information is singular. */
  readonly covariance: Float64Array | null;
  /** Parameters about which the data say nothing, where the information is singular. */
  readonly undetermined: readonly number[];
  /** The information is negative in some direction: no maximum. Known only where standard errors are wanted. */
  readonly saddle: boolean;
  /** Items with a parameter at the bound, for which the likelihood has no maximum. */
  readonly unbounded: readonly number[];
}

/** How often the information is computed anew before one gives up on full precision. */
const MOST_ROUNDS = 6;
/** Below this many products the information is computed anew after polishing, however short the way was. */
const CHEAP = 1e8;
/** So near to the optimum the information there is that of the optimum to three digits at least. */
const NEAR = 1e-3;
/** What is left of the information about a parameter beside the others, as a share, is below this only by rounding. */
const SINGULAR = 1e-7;
/** What is below zero by more than this share is so at a saddle, not because the iterations stopped short of the maximum. */
const NEGATIVE = 0.05;
/** A step below this is as good as none, in units of the parameters. */
const PRECISE = 1e-9;

/**
 * Takes estimates from where EM ended to the optimum, with the information that standard errors need anyway, and gives
 * their covariance.
 */
export function refine(estimate: Estimate, options: CalibrateOptions): Refined {
  const { se = 'oakes', precise = false } = options;
  const nothing = { covariance: null, undetermined: [], saddle: false };
  if (se === 'none' && !precise) return judged({ ...estimate, ...nothing });
  const { expector, inCategory, patterns } = estimate;
  const { size } = expector.model;
  let { at, converged, iterations } = estimate;
  let information: Float64Array | undefined;
  let near = Number.POSITIVE_INFINITY;
  const enough = precise ? PRECISE : (options.tolerance ?? 1e-4) / 100;
  const rounds = precise ? MOST_ROUNDS : se === 'none' ? 0 : 1;
  // Full precision is promised only where Newton's method comes to rest.
  if (precise) converged = false;
  for (let round = 0; round < rounds; round += 1) {
    information = informationMatrix(precise ? 'louis' : method(se), expector, inCategory, at);
    const factor = cholesky(information, size);
    if (factor === undefined) break;
    const from = at;
    const polished = polish(expector, inCategory, at, factor, enough);
    at = polished.at;
    iterations += polished.iterations;
    if (polished.converged) converged = true;
    const moved = at.x.reduce((most, value, j) => Math.max(most, Math.abs(value - (from.x[j] ?? 0))), 0);
    near = moved;
    if (polished.converged && (!precise || moved < 1e-7)) break;
  }
  // The tables of the expector are those of its last E-step; they must be those of the estimates.
  at = expector.expect(at.x) ?? at;
  const refined = { ...estimate, at, converged, iterations };
  if (se === 'none') return judged({ ...refined, ...nothing });
  const cheap = patterns.count * size * size < CHEAP;
  const kept = precise || cheap || near > NEAR ? undefined : information;
  const final = kept ?? informationMatrix(se, expector, inCategory, at);
  at = expector.expect(at.x) ?? at;
  const { undetermined, negative } = undeterminedIn(final, size);
  const covariance = undetermined.length > 0 ? null : (inverseSymmetric(final, size) ?? null);
  return judged({ ...refined, at, covariance, undetermined, saddle: negative });
}

/** An end at a bound or at a saddle is no maximum, however quietly the iterations came to rest there. */
function judged(refined: Omit<Refined, 'unbounded'>): Refined {
  const unbounded = unboundedIn(refined.expector.model, refined.at.x);
  return { ...refined, unbounded, converged: refined.converged && unbounded.length === 0 && !refined.saddle };
}

/** Items whose slopes or intercepts stand at the bound. Asymptotes at theirs are 0 or 1, which they may be. */
function unboundedIn(model: Model, x: Float64Array): readonly number[] {
  return model.families.flatMap((family, i) => {
    const local = localOf(model, i, x);
    const far = family.names.some(
      (name, j) => name !== 'guessing' && name !== 'upper' && Math.abs(local[j] ?? 0) > 0.95 * FARTHEST,
    );
    return far && family.size > 0 ? [i] : [];
  });
}

const method = (se: NonNullable<CalibrateOptions['se']>): 'crossprod' | 'oakes' | 'louis' =>
  se === 'none' ? 'louis' : se;

/** Which parameters must go for the rest to be determined: those at which the Cholesky factorization finds nothing left. */
function undeterminedIn(
  information: Float64Array,
  size: number,
): { readonly undetermined: readonly number[]; readonly negative: boolean } {
  const left = information.slice();
  const undetermined: number[] = [];
  let negative = false;
  for (let j = 0; j < size; j += 1) {
    const diagonal = information[j * size + j] ?? 0;
    const pivot = left[j * size + j] ?? 0;
    if (!(pivot > SINGULAR * Math.abs(diagonal)) || !(pivot > 0)) {
      undetermined.push(j);
      if (pivot < -NEGATIVE * Math.abs(diagonal)) negative = true;
      continue;
    }
    for (let row = j + 1; row < size; row += 1) {
      const share = (left[row * size + j] ?? 0) / pivot;
      for (let column = j + 1; column < size; column += 1) {
        const at = row * size + column;
        left[at] = (left[at] ?? 0) - share * (left[j * size + column] ?? 0);
      }
    }
  }
  return { undetermined, negative };
}
