import { countsOf } from '../expectation/counts.ts';
import type { Expectation, Expector } from '../expectation/expectation.ts';
import type { SeMethod } from '../options.ts';
import { completeData } from './complete.ts';
import { informationWork, type Job } from './work.ts';

/**
 * The information about the parameters in the data, row by row; its inverse is their sampling covariance. Priors add
 * their own.
 *
 * `crossprod` sums the outer products of the scores of the patterns. `oakes` and `louis` are the observed information: that
 * of the complete data less Σ f Cov(s | pattern), what the data miss because θ is not observed. This is the derivative of
 * the EM map in Oakes' identity as well as the term in Louis' formula, so both give the same matrix; here it is exact.
 *
 * @param at the last expectation of the expector.
 * @see Mislevy (1984), Psychometrika 49(3) for the cross-product; Louis (1982), JRSS B 44(2); Oakes (1999), JRSS B 61(2).
 */
export function informationMatrix(
  method: Exclude<SeMethod, 'none'>,
  expector: Expector,
  inCategory: Float64Array,
  at: Expectation,
): Float64Array {
  if (method === 'crossprod') return crossProduct(expector, at.x);
  const { model, grid } = expector;
  const { information } = completeData(model, grid, countsOf(expector, at, inCategory), at.x);
  const products = sumOf(expector, at.x, 'products');
  const moments = sumOf(expector, at.x, 'moments');
  return information.map((value, cell) => value - ((moments[cell] ?? 0) - (products[cell] ?? 0)));
}

/** Σ f m mᵀ over the patterns, plus the curvature of the priors. */
function crossProduct(expector: Expector, x: Float64Array): Float64Array {
  const { size, priors } = expector.model;
  const sum = sumOf(expector, x, 'products');
  for (const [index, prior] of priors) {
    const cell = index * size + index;
    sum[cell] = (sum[cell] ?? 0) - prior.second(x[index] ?? 0);
  }
  return sum;
}

/** Sums over all patterns, as a full square. */
function sumOf(expector: Expector, x: Float64Array, kind: Job['kind']): Float64Array {
  if (!expector.prepare(x)) throw new RangeError('the parameters give no distribution');
  const sum = expector.sumJobs(informationWork(expector, x, kind));
  const { size } = expector.model;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) sum[column * size + row] = sum[row * size + column] ?? 0;
  }
  return sum;
}
