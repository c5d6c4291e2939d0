import type { Patterns } from '../data/patterns.ts';
import { countsOf } from '../expectation/counts.ts';
import type { Expectation, Expector } from '../expectation/expectation.ts';
import type { SeMethod } from '../options.ts';
import { completeData, completeGradient } from './complete.ts';
import { eachPattern, type PatternScores } from './pattern-scores.ts';

/** The half width of the central difference that Oakes' identity takes, relative to the parameter. */
const OAKES_STEP = 1e-4;

/**
 * The information about the parameters in the data, row by row; its inverse is their sampling covariance. Priors add
 * their own.
 *
 * `crossprod` sums the outer products of the scores of the patterns; `louis` is the observed information, exactly;
 * `oakes` is the observed information too, by a numerical derivative of the EM map, to about eight digits.
 *
 * @see Mislevy (1984), Psychometrika 49(3) for the cross-product; Louis (1982), JRSS B 44(2); Oakes (1999), JRSS B 61(2).
 */
export function informationMatrix(
  method: Exclude<SeMethod, 'none'>,
  expector: Expector,
  patterns: Patterns,
  inCategory: Float64Array,
  at: Expectation,
): Float64Array {
  if (method === 'crossprod') return crossProduct(expector, patterns, at.x);
  const { model, grid } = expector;
  const { information } = completeData(model, grid, countsOf(expector, at, inCategory), at.x);
  // At the edge of the range of a parameter there is nothing to take differences of; Louis' form says the same.
  const missing =
    (method === 'oakes' ? missingByDifferences(expector, inCategory, at.x) : undefined) ??
    missingByPatterns(expector, patterns, at.x);
  return information.map((value, cell) => value - (missing[cell] ?? 0));
}

/** Σ f s sᵀ over the patterns, plus the curvature of the priors. */
function crossProduct(expector: Expector, patterns: Patterns, x: Float64Array): Float64Array {
  const { size, priors } = expector.model;
  const sum = new Float64Array(size * size);
  eachPattern(expector, patterns, x, ({ frequency, parameters, active, mean }) => {
    for (let row = 0; row < active; row += 1) {
      const to = parameters[row] ?? 0;
      const left = frequency * (mean[row] ?? 0);
      for (let column = 0; column <= row; column += 1) {
        const other = parameters[column] ?? 0;
        const cell = to > other ? to * size + other : other * size + to;
        sum[cell] = (sum[cell] ?? 0) + left * (mean[column] ?? 0);
      }
    }
  });
  mirror(sum, size);
  for (const [index, prior] of priors) {
    const cell = index * size + index;
    sum[cell] = (sum[cell] ?? 0) - prior.second(x[index] ?? 0);
  }
  return sum;
}

/** Copies the lower triangle to the upper one. */
function mirror(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) matrix[column * size + row] = matrix[row * size + column] ?? 0;
  }
}

/** Σ f Cov(S | pattern): what the data miss because θ is not observed. */
function missingByPatterns(expector: Expector, patterns: Patterns, x: Float64Array): Float64Array {
  const { size } = expector.model;
  const sum = new Float64Array(size * size);
  eachPattern(expector, patterns, x, (pattern) => addCovariance(pattern, sum, size));
  mirror(sum, size);
  return sum;
}

function addCovariance(pattern: PatternScores, sum: Float64Array, size: number): void {
  const { frequency, parameters, active, scores, nodes, weight, mean } = pattern;
  for (let row = 0; row < active; row += 1) {
    const center = mean[row] ?? 0;
    for (let q = 0; q < nodes; q += 1) {
      const at = row * nodes + q;
      scores[at] = ((scores[at] ?? 0) - center) * Math.sqrt(frequency * (weight[q] ?? 0));
    }
  }
  for (let row = 0; row < active; row += 1) {
    const left = row * nodes;
    const to = parameters[row] ?? 0;
    for (let column = 0; column <= row; column += 1) {
      const right = column * nodes;
      let dot = 0;
      for (let q = 0; q < nodes; q += 1) dot += (scores[left + q] ?? 0) * (scores[right + q] ?? 0);
      const other = parameters[column] ?? 0;
      const cell = to > other ? to * size + other : other * size + to;
      sum[cell] = (sum[cell] ?? 0) + dot;
    }
  }
}

/** ∂² Q / ∂x ∂x_old by central differences in x_old, made symmetric; undefined at the edge of the range. */
function missingByDifferences(expector: Expector, inCategory: Float64Array, x: Float64Array): Float64Array | undefined {
  const { model, grid } = expector;
  const { size } = model;
  const mixed = new Float64Array(size * size);
  const gradientFrom = (column: number, by: number): Float64Array | undefined => {
    const old = x.slice();
    old[column] = (old[column] ?? 0) + by;
    const at = expector.expect(old);
    return at && completeGradient(model, grid, countsOf(expector, at, inCategory), x);
  };
  for (let column = 0; column < size; column += 1) {
    const step = OAKES_STEP * Math.max(1, Math.abs(x[column] ?? 0));
    const up = gradientFrom(column, step);
    const down = gradientFrom(column, -step);
    if (up === undefined || down === undefined) return undefined;
    for (let row = 0; row < size; row += 1) {
      const value = ((up[row] ?? 0) - (down[row] ?? 0)) / (2 * step);
      mixed[row * size + column] = (mixed[row * size + column] ?? 0) + value / 2;
      mixed[column * size + row] = (mixed[column * size + row] ?? 0) + value / 2;
    }
  }
  return mixed;
}
