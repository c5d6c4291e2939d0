import { inverseSymmetric, multiply } from '../../numeric/linear.ts';
import type { Booklet } from './booklets.ts';
import { type ConditionalExpansion, conditionalLikelihood, type FirstParameter } from './conditional-likelihood.ts';

/** Newton's method on a concave function needs few steps; this many are a sign that there is no maximum. */
const MOST_STEPS = 60;
const MOST_HALVINGS = 30;
const ENOUGH = 1e-11;
/** Longer steps are never rounding. */
const ROUNDING = 1e-8;
/** Steps below this use the information of the last longer one. */
const NEAR = 1e-2;

/** Conditional estimates with their covariance, normed so that all d_ik sum to 0. */
export interface ConditionalEstimate {
  readonly d: Float64Array;
  /** Row by row; null where the information is singular. */
  readonly covariance: Float64Array | null;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Maximizes the conditional likelihood with the first parameter held at 0, and norms the result. */
export function maximizeConditional(
  booklets: readonly Booklet[],
  first: FirstParameter,
  start: Float64Array,
): ConditionalEstimate {
  const size = start.length;
  const factorAt = (of: ConditionalExpansion): Float64Array | undefined =>
    inverseSymmetric(withoutFirst(of.information, size), size - 1);
  let d: Float64Array = start.map((value, at) => value - (start[0] ?? 0) * stepsOf(first, at));
  let expansion = conditionalLikelihood(booklets, first, d, true);
  let converged = false;
  let iterations = 0;
  let last = Number.POSITIVE_INFINITY;
  let inverse = factorAt(expansion);
  while (iterations < MOST_STEPS && !converged && inverse !== undefined) {
    iterations += 1;
    const direction = multiply(inverse, expansion.gradient.subarray(1), size - 1, size - 1, 1);
    const longest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // Near the optimum the information hardly changes, and it costs far more than the gradient.
    const far = longest > NEAR;
    let scale = Math.min(1, 3 / longest);
    let found: { d: Float64Array; expansion: ConditionalExpansion } | undefined;
    for (let halving = 0; halving < MOST_HALVINGS && found === undefined; halving += 1) {
      const trial = d.map((value, at) => (at === 0 ? 0 : value + scale * (direction[at - 1] ?? 0)));
      const there = conditionalLikelihood(booklets, first, trial, far);
      if (there.value >= expansion.value - 1e-13 * Math.abs(expansion.value)) found = { d: trial, expansion: there };
      scale /= 2;
    }
    if (found === undefined) break;
    ({ d, expansion } = found);
    if (far) inverse = factorAt(expansion);
    // Where steps no longer shrink, what is left of them is rounding.
    converged = longest < ENOUGH || (longest < ROUNDING && longest > last / 2);
    last = longest;
  }
  expansion = conditionalLikelihood(booklets, first, d, true);
  const free = factorAt(expansion) ?? null;
  return { ...norm(d, first, free), logLikelihood: expansion.value, converged, iterations };
}

/** Which category of its item a parameter belongs to: d_ik moves by k where θ moves by 1. */
function stepsOf(first: FirstParameter, at: number): number {
  let from = 0;
  for (const start of first) if (start <= at) from = start;
  return at - from + 1;
}

function withoutFirst(matrix: Float64Array, size: number): Float64Array {
  const m = size - 1;
  return Float64Array.from({ length: m * m }, (_, cell) => {
    return matrix[(Math.floor(cell / m) + 1) * size + (cell % m) + 1] ?? 0;
  });
}

/** Moves θ so that all d_ik sum to 0: x − v (1ᵀx) / (1ᵀv) with v the shift, and the covariance with it. */
function norm(
  d: Float64Array,
  first: FirstParameter,
  free: Float64Array | null,
): { d: Float64Array; covariance: Float64Array | null } {
  const size = d.length;
  const v = d.map((_, at) => stepsOf(first, at));
  const total = v.reduce((sum, value) => sum + value, 0);
  const shift = d.reduce((sum, value) => sum + value, 0) / total;
  const normed = d.map((value, at) => value - shift * (v[at] ?? 0));
  if (free === null) return { d: normed, covariance: null };
  const m = size - 1;
  const at = (row: number, column: number): number =>
    row === 0 || column === 0 ? 0 : (free[(row - 1) * m + column - 1] ?? 0);
  const rowSum = d.map((_, row) => d.reduce((sum, __, column) => sum + at(row, column), 0));
  const all = rowSum.reduce((sum, value) => sum + value, 0);
  const covariance = Float64Array.from({ length: size * size }, (_, cell) => {
    const row = Math.floor(cell / size);
    const column = cell % size;
    const left = (v[row] ?? 0) / total;
    const right = (v[column] ?? 0) / total;
    return at(row, column) - left * (rowSum[column] ?? 0) - right * (rowSum[row] ?? 0) + left * right * all;
  });
  return { d: normed, covariance };
}
