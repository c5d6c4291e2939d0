import { solveCholesky } from '../../../numeric/linear.ts';
import { countsOf } from '../expectation/counts.ts';
import type { Expectation, Expector } from '../expectation/expectation.ts';
import { completeGradient } from './complete.ts';

const MOST_STEPS = 30;
/** Steps this short are rounding. */
const ROUNDING = 1e-11;

/** Where polishing ended. */
export interface Polished {
  readonly at: Expectation;
  /** Whether the last step was below the tolerance. */
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Steps of Newton's method with one information matrix for all: where EM has come near, each takes a few digits more.
 * The objective never falls beyond rounding.
 *
 * @param factor the lower Cholesky factor of the information.
 */
export function polish(
  expector: Expector,
  inCategory: Float64Array,
  from: Expectation,
  factor: Float64Array,
  tolerance: number,
): Polished {
  const { model, grid } = expector;
  let at = from;
  let iterations = 0;
  let last = Number.POSITIVE_INFINITY;
  while (iterations < MOST_STEPS) {
    const gradient = completeGradient(model, grid, countsOf(expector, at, inCategory), at.x);
    const step = solveCholesky(factor, model.size, gradient);
    const length = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!Number.isFinite(length) || length > 1) break;
    if (length < ROUNDING || (length < tolerance && length > last / 2)) return { at, converged: true, iterations };
    if (length > 0.9 * last) break;
    const next = expector.expect(at.x.map((value, j) => value + (step[j] ?? 0)));
    iterations += 1;
    if (next === undefined || next.objective < at.objective - 1e-12 * Math.abs(at.objective)) break;
    at = next;
    last = length;
  }
  return { at, converged: last < tolerance, iterations };
}
