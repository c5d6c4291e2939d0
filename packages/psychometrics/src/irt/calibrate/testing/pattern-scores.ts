import type { Patterns } from '../data/patterns.ts';
import { Posterior } from '../expectation/block.ts';
import type { Expector } from '../expectation/expectation.ts';
import { latentDerivatives } from '../information/complete.ts';
import { localOf } from '../model/parameters.ts';

/** The complete-data scores of one pattern at the nodes where its posterior stands. */
export interface PatternScores {
  readonly frequency: number;
  /** The parameters that the pattern says something about, by index. */
  readonly parameters: Int32Array;
  /** How many of them. */
  readonly active: number;
  /** Row by active parameter, `nodes` numbers: the score at each node. */
  readonly scores: Float64Array;
  readonly nodes: number;
  /** Posterior probability of each node. */
  readonly weight: Float64Array;
  /** Per active parameter the posterior mean of the score: the score of the marginal log-likelihood. */
  readonly mean: Float64Array;
}

/**
 * Visits the patterns with their scores at x, one by one; what is handed over is overwritten by the next.
 */
export function eachPattern(
  expector: Expector,
  patterns: Patterns,
  x: Float64Array,
  visit: (scores: PatternScores) => void,
): void {
  const { model, grid, workspace } = expector;
  if (!expector.prepare(x)) throw new RangeError('the parameters give no distribution');
  const size = grid.size;
  const width = model.families.length;
  const tables = model.families.map((family, i) => {
    const table = new Float64Array(family.categories * family.size * size);
    if (family.size > 0) family.scores(localOf(model, i, x), grid, table);
    return table;
  });
  const latent = model.groups.map((group) => latentDerivatives(group, grid, x).score);
  const posterior = new Posterior(workspace.coding, workspace.tables);
  const rowOf = new Int32Array(model.size).fill(-1);
  const parameters = new Int32Array(model.size);
  const scores = new Float64Array(model.size * size);
  const mean = new Float64Array(model.size);
  for (let p = 0; p < patterns.count; p += 1) {
    posterior.compute(p);
    const { low, high } = posterior;
    const nodes = high - low;
    let active = 0;
    const add = (index: number, table: Float64Array, from: number): void => {
      let row = rowOf[index] ?? -1;
      if (row < 0) {
        row = active;
        rowOf[index] = row;
        parameters[row] = index;
        active += 1;
        scores.fill(0, row * nodes, (row + 1) * nodes);
      }
      for (let q = 0; q < nodes; q += 1) {
        scores[row * nodes + q] = (scores[row * nodes + q] ?? 0) + (table[from + low + q] ?? 0);
      }
    };
    for (let i = 0; i < width; i += 1) {
      const k = patterns.values[p * width + i] ?? -1;
      const indexes = model.indexes[i];
      const table = tables[i];
      if (k < 0 || indexes === undefined || table === undefined) continue;
      for (let j = 0; j < indexes.length; j += 1) add(indexes[j] ?? 0, table, (k * indexes.length + j) * size);
    }
    const g = patterns.groupOf[p] ?? 0;
    const group = model.groups[g];
    if (group !== undefined && group.mean >= 0) add(group.mean, latent[g]?.[0] ?? grid.theta, 0);
    if (group !== undefined && group.logSd >= 0) add(group.logSd, latent[g]?.[1] ?? grid.theta, 0);
    const weight = posterior.weight.subarray(low, high);
    for (let row = 0; row < active; row += 1) {
      let sum = 0;
      for (let q = 0; q < nodes; q += 1) sum += (weight[q] ?? 0) * (scores[row * nodes + q] ?? 0);
      mean[row] = sum;
      rowOf[parameters[row] ?? 0] = -1;
    }
    visit({ frequency: patterns.frequency[p] ?? 0, parameters, active, scores, nodes, weight, mean });
  }
}
