import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { Random } from '../../numeric/random.ts';
import type { Item } from '../items/item.ts';
import { itemsOfColumns } from './item-columns.ts';
import { addLogLikelihood, type LatentOptions, latentGrid, logTable } from './latent-grid.ts';
import { toPosterior } from './posterior.ts';

/** Draws from a person's posterior; empty where no item was answered. */
export interface PlausibleValues {
  readonly id: string;
  readonly values: readonly number[];
}

/**
 * Plausible values: random draws from each person's posterior, from which statistics of groups (means, variances,
 * percentiles) come out without the shrinkage of point estimates. They are no scores of persons.
 *
 * @param options.draws how many values per person, 1 to 1000; 5 unless given.
 * @param options.seed whole number; the same seed gives the same values.
 * @throws {RangeError} as `scorePersons`, and for a number of draws out of range.
 * @see Mislevy (1991), Psychometrika 56(2).
 */
export function plausibleValues(
  data: ResponseMatrix,
  items: readonly Item[],
  options: LatentOptions & { readonly draws?: number; readonly seed: number },
): readonly PlausibleValues[] {
  const { draws = 5, seed } = options;
  if (!Number.isInteger(draws) || draws < 1 || draws > 1000) {
    throw new RangeError(`${draws} draws; give a whole number from 1 to 1000`);
  }
  const columns = itemsOfColumns(data, items);
  // A draw is even within the cell of a node: four times as many nodes keep the added variance, h² / 12, at
  // 2e-4 of the population's.
  const { nodes: coarse } = latentGrid(columns, options);
  const grid = latentGrid(columns, { ...options, nodes: (coarse.length - 1) * 4 + 1 });
  const table = logTable(columns, grid.nodes);
  const step = (grid.nodes[1] ?? 0) - (grid.nodes[0] ?? 0);
  const random = new Random(seed);
  const cumulative = new Float64Array(grid.nodes.length);
  return data.persons.map((id, person) => {
    cumulative.fill(0);
    if (addLogLikelihood(table, personResponses(data, person), cumulative) === 0) return { id, values: [] };
    toPosterior(grid, cumulative);
    for (let q = 1; q < cumulative.length; q += 1) cumulative[q] = (cumulative[q] ?? 0) + (cumulative[q - 1] ?? 0);
    const values = Array.from({ length: draws }, () => {
      const node = firstAtLeast(cumulative, random.uniform());
      return (grid.nodes[node] ?? 0) + (random.uniform() - 0.5) * step;
    });
    return { id, values };
  });
}

function firstAtLeast(rising: Float64Array, wanted: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 1) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
