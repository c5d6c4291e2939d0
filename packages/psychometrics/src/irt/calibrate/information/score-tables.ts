import type { Allocate } from '../data/coding.ts';
import type { Grid } from '../model/grid.ts';
import { localOf, type Model } from '../model/parameters.ts';
import { latentDerivatives } from './complete.ts';

/** The complete-data scores of a model at some parameters, as plain memory that threads can share. */
export interface ScoreTables {
  /** How many parameters the model has. */
  readonly size: number;
  /** Row by category and local parameter: ∂ log P_k / ∂ parameter at each node. */
  readonly scores: Float64Array;
  /** Per category of all items, its first row; the others of the category follow. */
  readonly firstRow: Int32Array;
  /** Per category of all items, its item. */
  readonly itemOf: Int32Array;
  /** The local parameters of item i stand from `firstLocal[i]` to before `firstLocal[i + 1]`. */
  readonly firstLocal: Int32Array;
  /** Per local parameter, its index among the parameters of the model. */
  readonly parameters: Int32Array;
  /** Two rows by group: ∂ log weight of each node / ∂ mean and / ∂ log sd. */
  readonly latent: Float64Array;
  /** Two by group: the index of mean and log sd, −1 where fixed. */
  readonly latentParameters: Int32Array;
}

/** Tabulates the scores at x. */
export function scoreTables(model: Model, grid: Grid, x: Float64Array, allocate: Allocate): ScoreTables {
  const { families, groups, firstState } = model;
  const nodes = grid.size;
  const states = firstState[families.length] ?? 0;
  const firstRow = new Int32Array(states);
  const itemOf = new Int32Array(states);
  const firstLocal = new Int32Array(families.length + 1);
  let rows = 0;
  families.forEach(({ categories, size }, i) => {
    firstLocal[i + 1] = (firstLocal[i] ?? 0) + size;
    for (let k = 0; k < categories; k += 1) {
      const state = (firstState[i] ?? 0) + k;
      itemOf[state] = i;
      firstRow[state] = rows;
      rows += size;
    }
  });
  const scores = new Float64Array(allocate(8 * Math.max(1, rows * nodes)));
  families.forEach((family, i) => {
    const first = (firstRow[firstState[i] ?? 0] ?? 0) * nodes;
    const length = family.categories * family.size * nodes;
    if (family.size > 0) family.scores(localOf(model, i, x), grid, scores.subarray(first, first + length));
  });
  const latent = new Float64Array(2 * groups.length * nodes);
  groups.forEach((group, g) => {
    latentDerivatives(group, grid, x).score.forEach((row, j) => {
      latent.set(row, (2 * g + j) * nodes);
    });
  });
  return {
    size: model.size,
    scores,
    firstRow,
    itemOf,
    firstLocal,
    parameters: Int32Array.from(model.indexes.flatMap((indexes) => [...indexes])),
    latent,
    latentParameters: Int32Array.from(groups.flatMap(({ mean, logSd }) => [mean, logSd])),
  };
}
