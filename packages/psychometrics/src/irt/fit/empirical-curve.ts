import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { Z95 } from '../../numeric/intervals.ts';
import { categoryCount, type Item } from '../items/item.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { addLogLikelihood, type LatentOptions, latentGrid, logTable } from '../scoring/latent-grid.ts';
import { toPosterior } from '../scoring/posterior.ts';

/** A stretch of the scale, and how candidates there did on an item. */
export interface AbilityBin {
  /** Mean ability of those in it. */
  readonly theta: number;
  /** How many candidates that are, each by the share of the posterior that lies in it; not whole. */
  readonly n: number;
  /** Their mean score as a share of the highest, 0 to 1. */
  readonly share: number;
  /** 95 %, by the normal approximation. */
  readonly interval: readonly [number, number];
}

/** An item's parameters with what was observed: its curve can be drawn beside the data. */
export interface EmpiricalCurve {
  readonly item: Item;
  /** From the lowest ability to the highest. */
  readonly bins: readonly AbilityBin[];
}

/** Bins are half a standard deviation wide; the outermost ones end here. */
const REACH = 3.25;
/** Of fewer candidates a share says nothing to the eye. */
const FEWEST = 5;

/**
 * The mean score on each item over the scale, each candidate counted by the posterior density there. If the model holds,
 * the shares follow its curve however short the test is; bins of point estimates would not. For the eye: the test is S-X².
 *
 * @throws {RangeError} as `itemsOfColumns` and `latentGrid`.
 * @see Haberman, Sinharay & Chon (2013), Psychometrika 78(3), for the ratio estimate and its variance.
 */
export function empiricalCurves(
  data: ResponseMatrix,
  items: readonly Item[],
  options: LatentOptions = {},
): readonly EmpiricalCurve[] {
  const columns = itemsOfColumns(data, items);
  const grid = latentGrid(columns, options);
  const table = logTable(columns, grid.nodes);
  const width = 0.5 * Math.sqrt(options.variance ?? 1);
  const lowest = (options.mean ?? 0) - REACH * 2 * width;
  const count = REACH * 4;
  const binOf = Array.from(grid.nodes, (theta) => {
    const bin = Math.floor((theta - lowest) / width);
    return bin >= 0 && bin < count ? bin : -1;
  });
  // Of each candidate the mass in every bin and its first moment.
  const masses = new Float64Array(data.persons.length * count);
  const moments = new Float64Array(masses.length);
  const posterior = new Float64Array(grid.nodes.length);
  data.persons.forEach((_, row) => {
    posterior.fill(0);
    addLogLikelihood(table, personResponses(data, row), posterior);
    toPosterior(grid, posterior);
    binOf.forEach((bin, q) => {
      if (bin < 0) return;
      const at = row * count + bin;
      masses[at] = (masses[at] ?? 0) + (posterior[q] ?? 0);
      moments[at] = (moments[at] ?? 0) + (posterior[q] ?? 0) * (grid.nodes[q] ?? 0);
    });
  });
  return columns.map((item, column) => ({
    item,
    bins: Array.from({ length: count }, (_, bin) => binAt(data, item, column, { masses, moments, count, bin })).filter(
      (bin) => bin !== null,
    ),
  }));
}

interface Weights {
  readonly masses: Float64Array;
  readonly moments: Float64Array;
  readonly count: number;
  readonly bin: number;
}

function binAt(
  { persons, items, values }: ResponseMatrix,
  item: Item,
  column: number,
  { masses, moments, count, bin }: Weights,
): AbilityBin | null {
  const highest = categoryCount(item) - 1;
  let [n, first, sum] = [0, 0, 0];
  for (let row = 0; row < persons.length; row += 1) {
    const value = values[row * items.length + column] ?? -1;
    if (value < 0) continue;
    const mass = masses[row * count + bin] ?? 0;
    n += mass;
    first += moments[row * count + bin] ?? 0;
    sum += (mass * value) / highest;
  }
  if (!(n >= FEWEST) || highest < 1) return null;
  const share = sum / n;
  let squares = 0;
  for (let row = 0; row < persons.length; row += 1) {
    const value = values[row * items.length + column] ?? -1;
    if (value >= 0) squares += ((masses[row * count + bin] ?? 0) * (value / highest - share)) ** 2;
  }
  const half = (Z95 * Math.sqrt(squares)) / n;
  return { theta: first / n, n, share, interval: [Math.max(0, share - half), Math.min(1, share + half)] };
}
