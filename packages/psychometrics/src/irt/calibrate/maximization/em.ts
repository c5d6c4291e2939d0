import { type Counts, countsOf } from '../expectation/counts.ts';
import type { Expectation, Expector } from '../expectation/expectation.ts';
import { maximize } from './maximize.ts';

/** When EM ends, and who is told. */
export interface EmBounds {
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly onProgress?: ((iteration: number, change: number) => void) | undefined;
}

/** Where EM ended. */
export interface EmResult {
  readonly at: Expectation;
  readonly converged: boolean;
  /** E-steps made. */
  readonly iterations: number;
}

/** The greatest change that extrapolation may make to a parameter in one go. */
const LONGEST = 3;

/** A gain of the objective below this share of it is rounding; after so many in a row the parameters drift for nothing. */
const FLAT = 1e-13;
const MOST_FLAT = 5;

/**
 * EM with squared extrapolation. An extrapolated point counts only where the objective has not fallen below the last one
 * that EM itself reached; else EM goes on from there, so the objective never falls.
 *
 * @param start parameters at which the model is a distribution.
 * @see Bock & Aitkin (1981), Psychometrika 46(4); Varadhan & Roland (2008), Scand. J. Statist. 35(2), scheme S3.
 */
export function climb(expector: Expector, inCategory: Float64Array, start: Float64Array, bounds: EmBounds): EmResult {
  let iterations = 0;
  const expect = (x: Float64Array): Expectation | undefined => {
    iterations += 1;
    return expector.expect(x);
  };
  const { model, grid } = expector;
  const improve = (from: Expectation): Float64Array => {
    const counts: Counts = countsOf(expector, from, inCategory);
    return maximize(model, grid, counts, from.x, Math.max(1e-12, bounds.tolerance / 100));
  };
  let at = expect(start);
  if (at === undefined) throw new RangeError('the starting values give no distribution; check priors and anchors');
  let calm = 0;
  let flat = 0;
  while (iterations < bounds.maxIterations) {
    const before: number = at.objective;
    const first = improve(at);
    const change = greatestChange(at.x, first);
    bounds.onProgress?.(iterations, change);
    // A step of EM is shorter than the way that is left, so one small step is not enough to stop.
    calm = change < bounds.tolerance ? calm + 1 : 0;
    const middle = expect(first);
    if (middle === undefined) break;
    if (calm > 0) {
      at = middle;
      if (calm >= 2) return { at, converged: true, iterations };
      continue;
    }
    const second = improve(middle);
    const jump = extrapolate(at.x, first, second);
    const trial = jump === undefined ? undefined : expect(jump);
    if (trial !== undefined && trial.objective >= middle.objective) {
      at = trial;
    } else {
      const plain = expect(second);
      if (plain === undefined) break;
      at = plain;
    }
    flat = at.objective - before < FLAT * Math.abs(before) ? flat + 1 : 0;
    if (flat === MOST_FLAT) break;
  }
  return { at, converged: false, iterations };
}

function greatestChange(from: Float64Array, to: Float64Array): number {
  let change = 0;
  for (let j = 0; j < from.length; j += 1) change = Math.max(change, Math.abs((to[j] ?? 0) - (from[j] ?? 0)));
  return change;
}

/** x₀ + 2αr + α²v with α = |r| / |v|; undefined where that would be no longer than the plain step. */
function extrapolate(x0: Float64Array, x1: Float64Array, x2: Float64Array): Float64Array | undefined {
  let rr = 0;
  let vv = 0;
  for (let j = 0; j < x0.length; j += 1) {
    const r = (x1[j] ?? 0) - (x0[j] ?? 0);
    const v = (x2[j] ?? 0) - (x1[j] ?? 0) - r;
    rr += r * r;
    vv += v * v;
  }
  if (vv === 0) return undefined;
  const alpha = Math.sqrt(rr / vv);
  if (!(alpha > 1)) return undefined;
  const jump = x0.map((from, j) => {
    const r = (x1[j] ?? 0) - from;
    const v = (x2[j] ?? 0) - (x1[j] ?? 0) - r;
    return from + 2 * alpha * r + alpha * alpha * v;
  });
  let longest = 0;
  for (let j = 0; j < jump.length; j += 1) longest = Math.max(longest, Math.abs((jump[j] ?? 0) - (x2[j] ?? 0)));
  if (longest > LONGEST) {
    for (let j = 0; j < jump.length; j += 1) {
      jump[j] = (x2[j] ?? 0) + (((jump[j] ?? 0) - (x2[j] ?? 0)) * LONGEST) / longest;
    }
  }
  return jump;
}
