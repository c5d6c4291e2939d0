import { categoryCount, type Item } from '../items/item.ts';
import { ItemCurve } from './item-curve.ts';
import { type LatentGrid, type LatentOptions, latentGrid } from './latent-grid.ts';
import { momentsOf } from './posterior.ts';

/** The highest sum of the categories that the items allow. */
export const highestSum = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + categoryCount(item) - 1, 0);

/**
 * The probability of each sum score at θ, by the recursion over items.
 *
 * @returns the mass of the sum scores 0 … highest; of no items the certain sum 0.
 * @see Lord & Wingersky (1984), APM 8(4); for more than two categories Thissen, Pommerich, Billeaud & Williams (1995),
 * APM 19(1).
 */
export function sumScoreDistribution(items: readonly Item[], theta: number): Float64Array {
  const curve = new ItemCurve();
  const masses = new Float64Array(highestSum(items) + 1);
  masses[0] = 1;
  let reached = 0;
  for (const item of items) {
    curve.at(item, theta);
    addItem(masses, reached, curve.p, curve.count);
    reached += curve.count - 1;
  }
  return masses;
}

/** Convolutes the masses of the sums 0 … reached with an item's categories, in place, from the highest sum down. */
export function addItem(masses: Float64Array, reached: number, p: Float64Array, count: number): void {
  for (let sum = reached + count - 1; sum >= 0; sum -= 1) {
    let mass = 0;
    for (let k = Math.max(0, sum - reached); k < count && k <= sum; k += 1)
      mass += (masses[sum - k] ?? 0) * (p[k] ?? 0);
    masses[sum] = mass;
  }
}

/** The estimate that goes with a sum score. */
export interface SumScoreRow {
  readonly sum: number;
  /** The mean of θ given the sum; null where no candidate could get it. */
  readonly theta: number | null;
  readonly se: number | null;
  /** The share of the candidates who get this sum, by the model. */
  readonly probability: number;
}

/**
 * EAP for each sum score: the mean and standard deviation of θ among all who have the sum, whatever their pattern.
 *
 * @returns a row per sum score, 0 first.
 * @see Thissen, Pommerich, Billeaud & Williams (1995), APM 19(1).
 */
export function sumScoreTable(items: readonly Item[], options: LatentOptions = {}): readonly SumScoreRow[] {
  return sumScoreTableOn(items, latentGrid(items, options));
}

/** {@link sumScoreTable} over a grid that is there already. */
export function sumScoreTableOn(items: readonly Item[], grid: LatentGrid): readonly SumScoreRow[] {
  const { nodes, weights } = grid;
  const columns = Array.from({ length: highestSum(items) + 1 }, () => new Float64Array(nodes.length));
  nodes.forEach((theta, q) => {
    sumScoreDistribution(items, theta).forEach((mass, sum) => {
      const column = columns[sum];
      if (column !== undefined) column[q] = mass * (weights[q] ?? 0);
    });
  });
  return columns.map((masses, sum) => {
    const probability = masses.reduce((total, mass) => total + mass, 0);
    if (!(probability > 0)) return { sum, theta: null, se: null, probability: 0 };
    const { mean, sd } = momentsOf(nodes, masses);
    return { sum, theta: mean, se: sd, probability };
  });
}
