import { requireUnique } from '../data/response-matrix.ts';
import { categoryCount, type Item } from '../irt/items/item.ts';
import { ItemCurve } from '../irt/scoring/item-curve.ts';
import { type LogTable, logTable } from '../irt/scoring/latent-grid.ts';
import { PointEstimator } from '../irt/scoring/point-estimate.ts';
import { normal } from '../numeric/distributions/normal.ts';

/** How ability is estimated while a test runs. */
export interface AbilityOptions {
  /** Expected or maximum a posteriori, maximum likelihood, Warm's weighted likelihood; `eap` when left out. */
  readonly method?: 'eap' | 'map' | 'ml' | 'wle';
  /** Of the normal prior; 0 and 1 when left out. */
  readonly mean?: number;
  readonly variance?: number;
  /** Lowest and highest θ, of the grid and of estimates; −4 and 4 when left out. */
  readonly range?: readonly [number, number];
  /** Points of the grid; 61 when left out. */
  readonly nodes?: number;
}

/** An item bank with what is computed once for all candidates. */
export interface AdaptiveBank {
  readonly items: readonly Item[];
  readonly ability: Required<AbilityOptions>;
  readonly nodes: Float64Array;
  /** The prior density at the nodes, not normalized. */
  readonly prior: Float64Array;
  readonly logs: LogTable;
  /** Fisher information of item i at node q, at `i * nodes.length + q`. */
  readonly information: Float64Array;
  /** For the methods that maximize; of the method asked for. */
  readonly estimator: PointEstimator;
  /** Maximum a posteriori, for expected information. */
  readonly mapEstimator: PointEstimator;
}

/**
 * Prepares a bank for adaptive tests.
 *
 * @throws {RangeError} for an empty bank, an id given twice, a grid or prior that makes no sense.
 */
export function adaptiveBank(items: readonly Item[], options: AbilityOptions = {}): AdaptiveBank {
  const ability = { method: 'eap', mean: 0, variance: 1, range: [-4, 4], nodes: 61, ...options } as const;
  const [low, high] = ability.range;
  if (items.length === 0) throw new RangeError('the bank has no items');
  requireUnique(
    items.map(({ id }) => id),
    'item',
  );
  if (!(low < high)) throw new RangeError(`the range of θ is ${low} to ${high}; the first must be below the second`);
  if (!(ability.variance > 0))
    throw new RangeError(`the prior has variance ${ability.variance}; give a number above 0`);
  if (!(Number.isInteger(ability.nodes) && ability.nodes >= 3))
    throw new RangeError(`${ability.nodes} nodes are no grid; give 3 or more`);
  const width = ability.nodes;
  const nodes = Float64Array.from({ length: width }, (_, q) => low + ((high - low) * q) / (width - 1));
  const sd = Math.sqrt(ability.variance);
  const information = new Float64Array(items.length * width);
  const curve = new ItemCurve();
  items.forEach((item, i) => {
    for (let q = 0; q < width; q += 1) {
      curve.at(item, nodes[q] ?? 0);
      const here = curve.information();
      if (!Number.isFinite(here)) {
        throw new RangeError(`item ${item.id} has no finite information at θ = ${nodes[q]}; look at its parameters`);
      }
      information[i * width + q] = here;
    }
  });
  const point = (method: 'map' | 'ml' | 'wle') =>
    new PointEstimator(items, {
      ...{ method, prior: 'normal', bounds: ability.range, information: 'expected' },
      ...{ mean: ability.mean, variance: ability.variance },
    });
  const mapEstimator = point('map');
  return {
    ...{ items, ability, nodes, information, mapEstimator },
    prior: nodes.map((theta) => normal.density((theta - ability.mean) / sd) / sd),
    logs: logTable(items, nodes),
    estimator: ability.method === 'ml' || ability.method === 'wle' ? point(ability.method) : mapEstimator,
  };
}

/** @throws {RangeError} when the category is none of the item. */
export function requireCategory(item: Item, category: number): void {
  if (!(Number.isInteger(category) && category >= 0 && category < categoryCount(item))) {
    throw new RangeError(`item ${item.id} has categories 0 to ${categoryCount(item) - 1}, not ${category}`);
  }
}
