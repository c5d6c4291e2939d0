import type { Counts } from '../expectation/counts.ts';
import type { Grid } from '../model/grid.ts';
import { type GroupParameters, localOf, type Model, meanOf, sdOf } from '../model/parameters.ts';

/** Gradient of the expected complete-data log-likelihood plus log prior; at its own E-step it is that of the objective. */
export interface CompleteData {
  readonly gradient: Float64Array;
  /** Minus the second derivatives, row by row. */
  readonly information: Float64Array;
}

/** Derivatives at x of what EM maximizes with these counts. */
export function completeData(model: Model, grid: Grid, counts: Counts, x: Float64Array): CompleteData {
  const information = new Float64Array(model.size * model.size);
  return { gradient: derive(model, grid, counts, x, information), information };
}

/** The gradient alone. */
export const completeGradient = (model: Model, grid: Grid, counts: Counts, x: Float64Array): Float64Array =>
  derive(model, grid, counts, x, undefined);

function derive(
  model: Model,
  grid: Grid,
  counts: Counts,
  x: Float64Array,
  information: Float64Array | undefined,
): Float64Array {
  const { size } = model;
  const gradient = new Float64Array(size);
  const add = (row: number, column: number, value: number): void => {
    if (information === undefined) return;
    const at = row * size + column;
    information[at] = (information[at] ?? 0) + value;
  };
  model.families.forEach((family, i) => {
    const expected = counts.items[i];
    const at = model.indexes[i];
    if (family.size === 0 || expected === undefined || at === undefined) return;
    const { gradient: own, observed } = family.expand(localOf(model, i, x), expected, grid);
    for (let j = 0; j < family.size; j += 1) {
      const row = at[j] ?? 0;
      gradient[row] = (gradient[row] ?? 0) + (own[j] ?? 0);
      for (let l = 0; l < family.size; l += 1) add(row, at[l] ?? 0, observed[j * family.size + l] ?? 0);
    }
  });
  for (const [index, prior] of model.priors) {
    gradient[index] = (gradient[index] ?? 0) + prior.first(x[index] ?? 0);
    add(index, index, -prior.second(x[index] ?? 0));
  }
  model.groups.forEach((group, g) => {
    const { score, curvature } = latentDerivatives(group, grid, x);
    const at = [group.mean, group.logSd];
    at.forEach((row, j) => {
      if (row < 0) return;
      for (let q = 0; q < grid.size; q += 1) {
        const n = counts.groups[g * grid.size + q] ?? 0;
        gradient[row] = (gradient[row] ?? 0) + n * (score[j]?.[q] ?? 0);
        at.forEach((column, l) => {
          if (column >= 0) add(row, column, -n * (curvature[j * 2 + l]?.[q] ?? 0));
        });
      }
    });
  });
  return gradient;
}

/** Of the log weights of N(mean, sd²) on a grid, where they sum to 1: derivatives to mean and log sd at each node. */
export interface LatentDerivatives {
  readonly score: readonly [Float64Array, Float64Array];
  /** mean-mean, mean-logSd, logSd-mean, logSd-logSd. */
  readonly curvature: readonly Float64Array[];
}

/** The derivatives of the log weights of the nodes by mean and log standard deviation of a group. */
export function latentDerivatives(group: GroupParameters, grid: Grid, x: Float64Array): LatentDerivatives {
  const mean = meanOf(group, x);
  const sd = sdOf(group, x);
  const z = grid.theta.map((theta) => (theta - mean) / sd);
  const weight = z.map((value) => Math.exp(-0.5 * value * value));
  const total = weight.reduce((sum, value) => sum + value, 0);
  const average = (values: Float64Array): number =>
    values.reduce((sum, value, q) => sum + value * (weight[q] ?? 0), 0) / total;
  // The exponent −z²/2 with its derivatives; what normalizes the weights takes their means away.
  const first = [z.map((value) => value / sd), z.map((value) => value * value)] as const;
  const cross = z.map((value) => (-2 * value) / sd);
  const second = [z.map(() => -1 / (sd * sd)), cross, cross, z.map((value) => -2 * value * value)];
  const means = first.map(average);
  const curvature = second.map((values, cell) => {
    const [j, l] = [cell >> 1, cell & 1];
    const product = z.map((_, q) => (first[j]?.[q] ?? 0) * (first[l]?.[q] ?? 0));
    const spread = average(product) - (means[j] ?? 0) * (means[l] ?? 0);
    const shift = average(values) + spread;
    return values.map((value) => value - shift);
  });
  return {
    score: [first[0].map((value) => value - (means[0] ?? 0)), first[1].map((value) => value - (means[1] ?? 0))],
    curvature,
  };
}
