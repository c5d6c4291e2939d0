import type { Item } from '../../items/item.ts';
import { ItemCurve } from '../../scoring/item-curve.ts';
import type { LatentGrid } from '../../scoring/latent-grid.ts';

/** Probabilities of the categories of each item at a few latent places that carry weights. */
export interface MixtureOfCurves {
  readonly weights: Float64Array;
  /** One per item; category k at place q stands at `k * weights.length + q`. */
  readonly curves: readonly Float64Array[];
}

/** The curves of the items at the nodes of the grid. */
export function curvesOn(items: readonly Item[], { nodes, weights }: LatentGrid): MixtureOfCurves {
  const curve = new ItemCurve();
  const curves = items.map((item) => {
    curve.at(item, 0);
    const table = new Float64Array(curve.count * nodes.length);
    nodes.forEach((theta, q) => {
      curve.at(item, theta);
      for (let k = 0; k < curve.count; k += 1) table[k * nodes.length + q] = curve.p[k] ?? 0;
    });
    return table;
  });
  return { weights, curves };
}

/**
 * The limited-information moments of a model: of each item the share of each category above 0 (or the mean score), of
 * each pair of items the product of the scores, centered at the model's means. Centering is a linear change of the
 * moments: no statistic depends on it, and their covariance matrix stays well conditioned.
 *
 * In one vector: the moments of the items, one item after the other, then the pairs (1,2), (1,3), …, (2,3), …
 */
export interface MomentModel {
  readonly mixture: MixtureOfCurves;
  readonly items: number;
  readonly size: number;
  /** Of each item its first-order moments, each as a value per category. */
  readonly features: readonly (readonly Float64Array[])[];
  /** Where the moments of each item begin. */
  readonly firstAt: readonly number[];
  /** Pair (i, j), i < j, stands at `pairsAt[i] + j`. */
  readonly pairsAt: readonly number[];
  /** The mean score of each item. */
  readonly means: Float64Array;
  /** The centered mean score of each item at each place, `q * items + i`. */
  readonly local: Float64Array;
  /** The variance of the score there. */
  readonly localVariance: Float64Array;
  /** What the model expects of the moments. */
  readonly expected: Float64Array;
}

/** @param shares the moments of an item are the shares of its categories; otherwise its mean score. */
export function momentModel(mixture: MixtureOfCurves, shares: boolean): MomentModel {
  const { weights, curves } = mixture;
  const width = weights.length;
  const items = curves.length;
  const features = curves.map((curve) => {
    const categories = curve.length / width;
    if (!shares) return [Float64Array.from({ length: categories }, (_, k) => k)];
    return Array.from({ length: categories - 1 }, (_, f) =>
      Float64Array.from({ length: categories }, (__, k) => (k === f + 1 ? 1 : 0)),
    );
  });
  let first = 0;
  const firstAt = features.map((own) => {
    first += own.length;
    return first - own.length;
  });
  const pairsAt = curves.map((_, i) => first + i * items - (i * (i + 1)) / 2 - i - 1);
  const local = new Float64Array(items * width);
  const localVariance = new Float64Array(items * width);
  const means = new Float64Array(items);
  curves.forEach((curve, i) => {
    for (let q = 0; q < width; q += 1) {
      let mean = 0;
      let square = 0;
      for (let k = 1; k * width < curve.length; k += 1) {
        mean += k * (curve[k * width + q] ?? 0);
        square += k * k * (curve[k * width + q] ?? 0);
      }
      local[q * items + i] = mean;
      localVariance[q * items + i] = Math.max(0, square - mean * mean);
      means[i] = (means[i] ?? 0) + (weights[q] ?? 0) * mean;
    }
  });
  for (let at = 0; at < local.length; at += 1) local[at] = (local[at] ?? 0) - (means[at % items] ?? 0);
  const size = first + (items * (items - 1)) / 2;
  const expected = new Float64Array(size);
  const model = { mixture, items, size, features, firstAt, pairsAt, means, local, localVariance, expected };
  weights.forEach((weight, q) => {
    addMoments(model, expected, weight, q);
  });
  return model;
}

/** Adds `weight` times the moments at place q. */
export function addMoments(model: MomentModel, into: Float64Array, weight: number, q: number): void {
  const { items, local, pairsAt, mixture } = model;
  const width = mixture.weights.length;
  for (let i = 0; i < items; i += 1) {
    const curve = mixture.curves[i] ?? new Float64Array(0);
    const own = weight * (local[q * items + i] ?? 0);
    model.features[i]?.forEach((values, f) => {
      const at = (model.firstAt[i] ?? 0) + f;
      for (let k = 1; k < values.length; k += 1) {
        into[at] = (into[at] ?? 0) + weight * (values[k] ?? 0) * (curve[k * width + q] ?? 0);
      }
    });
    const pairs = pairsAt[i] ?? 0;
    for (let j = i + 1; j < items; j += 1) {
      into[pairs + j] = (into[pairs + j] ?? 0) + own * (local[q * items + j] ?? 0);
    }
  }
}

/** Adds what the moments change by when the probabilities of an item's categories change at place q. */
export function addChange(
  model: MomentModel,
  into: Float64Array,
  item: number,
  q: number,
  change: ArrayLike<number>,
): void {
  const { items, local, pairsAt } = model;
  const weight = model.mixture.weights[q] ?? 0;
  model.features[item]?.forEach((values, f) => {
    const at = (model.firstAt[item] ?? 0) + f;
    for (let k = 1; k < values.length; k += 1) {
      into[at] = (into[at] ?? 0) + weight * (values[k] ?? 0) * (change[k] ?? 0);
    }
  });
  let score = 0;
  for (let k = 1; k < change.length; k += 1) score += k * (change[k] ?? 0);
  for (let other = 0; other < items; other += 1) {
    if (other === item) continue;
    const at = other < item ? (pairsAt[other] ?? 0) + item : (pairsAt[item] ?? 0) + other;
    into[at] = (into[at] ?? 0) + weight * score * (local[q * items + other] ?? 0);
  }
}
