import { normalGrid } from '../../numeric/quadrature.ts';
import type { Item } from '../items/item.ts';
import { ItemCurve } from './item-curve.ts';

/** How the candidates are distributed on the latent scale, and how finely integrals over it are taken. */
export interface LatentOptions {
  /** Mean of the normal distribution of the candidates; 0 unless given. */
  readonly mean?: number;
  /** Its variance, above 0; 1 unless given. */
  readonly variance?: number;
  /** How many evenly spaced nodes, at least 3; 81 unless given, and more where the items tell abilities finely apart. */
  readonly nodes?: number;
  /** From where to where the nodes reach, on the scale of θ; mean ± 8 standard deviations unless given: ±6 costs 1e-6 at the ends. */
  readonly range?: readonly [number, number];
}

/** The latent options alone, without what else a caller was told. */
export function latentOf({ mean, variance, nodes, range }: LatentOptions): LatentOptions {
  return {
    ...(mean === undefined ? {} : { mean }),
    ...(variance === undefined ? {} : { variance }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(range === undefined ? {} : { range }),
  };
}

/** Evenly spaced nodes with normal weights that sum to 1. */
export interface LatentGrid {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** @throws {RangeError} when the mean, the variance, the number of nodes or the range make no grid. */
export function latentGrid(items: readonly Item[], options: LatentOptions = {}): LatentGrid {
  const { mean = 0, variance = 1 } = options;
  if (!(Math.abs(mean) <= 1000)) throw new RangeError(`the latent mean is ${mean}; give a number from -1000 to 1000`);
  // Beyond, the nodes would lie too far apart for any item to be seen between them.
  if (!(variance > 0 && variance <= 1e6)) {
    throw new RangeError(`the latent variance is ${variance}; give a number above 0 and up to 1,000,000`);
  }
  const sd = Math.sqrt(variance);
  const [low, high] = options.range ?? [mean - 8 * sd, mean + 8 * sd];
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(`the range of the nodes is ${low} to ${high}; the first must be below the second`);
  }
  const nodes = options.nodes ?? enoughNodes(items, low, high, variance);
  if (!Number.isInteger(nodes) || nodes < 3 || nodes > 100_001) {
    throw new RangeError(`${nodes} nodes; give a whole number from 3 to 100001`);
  }
  const grid = normalGrid(nodes, low, high, mean, sd);
  return { nodes: Float64Array.from(grid.nodes), weights: Float64Array.from(grid.weights) };
}

/**
 * 81, or as many as put the nodes no farther apart than the narrowest posterior's standard deviation: the error of the
 * evenly spaced rule on a normal density of deviation s is about 2 exp(−2π² s² / h²), 5e-9 at h = s.
 */
function enoughNodes(items: readonly Item[], low: number, high: number, variance: number): number {
  const curve = new ItemCurve();
  let most = 0;
  for (let at = 0; at <= 80; at += 1) {
    const theta = low + ((high - low) * at) / 80;
    let information = 1 / variance;
    for (const item of items) {
      curve.at(item, theta);
      information += curve.information();
    }
    most = Math.max(most, information);
  }
  const wanted = Math.ceil((high - low) * Math.sqrt(most)) + 1;
  return Math.min(Math.max(81, wanted + 1 - (wanted % 2)), 2001);
}

/** The logarithm of each category's probability at each node. */
export interface LogTable {
  readonly nodes: Float64Array;
  /** One per item; category k at node q stands at `k * nodes.length + q`. */
  readonly logs: readonly Float64Array[];
}

/** Writes out the logarithms of the probabilities of all categories at all nodes. */
export function logTable(items: readonly Item[], nodes: Float64Array): LogTable {
  const curve = new ItemCurve();
  const logs = items.map((item) => {
    curve.at(item, 0);
    const table = new Float64Array(curve.count * nodes.length);
    nodes.forEach((theta, q) => {
      curve.at(item, theta);
      for (let k = 0; k < curve.count; k += 1) table[k * nodes.length + q] = Math.log(curve.p[k] ?? 1);
    });
    return table;
  });
  return { nodes, logs };
}

/**
 * Adds the log-likelihood of the responses at each node; missing responses add nothing.
 *
 * @param into one number per node; not emptied before.
 * @returns how many items were answered.
 */
export function addLogLikelihood(table: LogTable, responses: Int16Array, into: Float64Array): number {
  const width = table.nodes.length;
  let answered = 0;
  for (let item = 0; item < responses.length; item += 1) {
    const category = responses[item] ?? -1;
    const logs = table.logs[item];
    if (category < 0 || logs === undefined) continue;
    answered += 1;
    const from = category * width;
    for (let q = 0; q < width; q += 1) into[q] = (into[q] ?? 0) + (logs[from + q] ?? 0);
  }
  return answered;
}
