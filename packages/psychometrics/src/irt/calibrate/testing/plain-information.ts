import type { Patterns } from '../data/patterns.ts';
import { countsOf } from '../expectation/counts.ts';
import type { Expectation, Expector } from '../expectation/expectation.ts';
import { completeData, completeGradient } from '../information/complete.ts';
import { eachPattern } from './pattern-scores.ts';

/** The information by its formulas, pattern by pattern and node by node: slow, and easy to check. */
export function plainInformation(
  method: 'crossprod' | 'louis' | 'oakes',
  expector: Expector,
  patterns: Patterns,
  inCategory: Float64Array,
  { x }: Expectation,
): Float64Array {
  const { model, grid } = expector;
  const { size } = model;
  const products = new Float64Array(size * size);
  const covariances = new Float64Array(size * size);
  eachPattern(expector, patterns, x, ({ frequency, parameters, active, scores, nodes, weight, mean }) => {
    for (let row = 0; row < active; row += 1) {
      for (let column = 0; column < active; column += 1) {
        const cell = (parameters[row] ?? 0) * size + (parameters[column] ?? 0);
        const [left, right] = [mean[row] ?? 0, mean[column] ?? 0];
        products[cell] = (products[cell] ?? 0) + frequency * left * right;
        for (let q = 0; q < nodes; q += 1) {
          const spread = ((scores[row * nodes + q] ?? 0) - left) * ((scores[column * nodes + q] ?? 0) - right);
          covariances[cell] = (covariances[cell] ?? 0) + frequency * (weight[q] ?? 0) * spread;
        }
      }
    }
  });
  if (method === 'crossprod') {
    for (const [index, prior] of model.priors) {
      const cell = index * size + index;
      products[cell] = (products[cell] ?? 0) - prior.second(x[index] ?? 0);
    }
    return products;
  }
  const at = expectationAt(expector, x);
  const { information } = completeData(model, grid, countsOf(expector, at, inCategory), x);
  const missing = method === 'louis' ? covariances : mixedDerivative(expector, inCategory, x);
  return information.map((value, cell) => value - (missing[cell] ?? 0));
}

function expectationAt(expector: Expector, x: Float64Array): Expectation {
  const at = expector.expect(x);
  if (at === undefined) throw new RangeError('the parameters give no distribution');
  return at;
}

/** ∂² Q / ∂x ∂x_old of Oakes' identity, by central differences in x_old, made symmetric. */
function mixedDerivative(expector: Expector, inCategory: Float64Array, x: Float64Array): Float64Array {
  const { model, grid } = expector;
  const { size } = model;
  const mixed = new Float64Array(size * size);
  const gradientFrom = (column: number, by: number): Float64Array => {
    const old = x.slice();
    old[column] = (old[column] ?? 0) + by;
    return completeGradient(model, grid, countsOf(expector, expectationAt(expector, old), inCategory), x);
  };
  for (let column = 0; column < size; column += 1) {
    const step = 1e-4 * Math.max(1, Math.abs(x[column] ?? 0));
    const up = gradientFrom(column, step);
    const down = gradientFrom(column, -step);
    for (let row = 0; row < size; row += 1) {
      const value = ((up[row] ?? 0) - (down[row] ?? 0)) / (4 * step);
      mixed[row * size + column] = (mixed[row * size + column] ?? 0) + value;
      mixed[column * size + row] = (mixed[column * size + row] ?? 0) + value;
    }
  }
  return mixed;
}
