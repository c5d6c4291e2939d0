/** Evenly spaced points of θ at which integrals are sums. */
export interface Grid {
  readonly theta: Float64Array;
  readonly size: number;
  readonly step: number;
}

/** Nodes from low to high, both included. */
export function evenGrid(size: number, low: number, high: number): Grid {
  const step = (high - low) / (size - 1);
  return { theta: Float64Array.from({ length: size }, (_, node) => low + node * step), size, step };
}

/** The most nodes that a grid grows to when a group does not fit on it. */
const MOST_NODES = 501;

/**
 * The grid that carries normal distributions with these means and standard deviations: the same one where each lies on it
 * with five standard deviations to both sides and is at least 1.25 steps wide; else one that does.
 *
 * The trapezoid sum of a normal density errs by about 2·exp(−2π²(sd / step)²): 1e-13 at 1.25 steps.
 */
export function gridFor(grid: Grid, means: readonly number[], sds: readonly number[]): Grid {
  let low = grid.theta[0] ?? 0;
  let high = grid.theta[grid.size - 1] ?? 0;
  const narrowest = Math.min(...sds);
  const fits = means.every((mean, g) => mean - 5 * (sds[g] ?? 1) >= low && mean + 5 * (sds[g] ?? 1) <= high);
  if (fits && narrowest >= 1.25 * grid.step) return grid;
  low = Math.min(...means.map((mean, g) => mean - 6 * (sds[g] ?? 1)));
  high = Math.max(...means.map((mean, g) => mean + 6 * (sds[g] ?? 1)));
  const size = Math.min(MOST_NODES, Math.max(grid.size, Math.ceil((high - low) / (narrowest / 2)) + 1));
  return evenGrid(size, low, high);
}

/** Writes the logarithms of the weights of N(mean, sd²) on the grid, which sum to 1. */
export function normalLogWeights(grid: Grid, mean: number, sd: number, into: Float64Array, at: number): void {
  let sum = 0;
  for (let q = 0; q < grid.size; q += 1) {
    const z = ((grid.theta[q] ?? 0) - mean) / sd;
    into[at + q] = -0.5 * z * z;
    sum += Math.exp(-0.5 * z * z);
  }
  const shift = Math.log(sum);
  for (let q = 0; q < grid.size; q += 1) into[at + q] = (into[at + q] ?? 0) - shift;
}
