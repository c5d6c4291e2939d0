import type { ResponseMatrix } from '../../../data/response-matrix.ts';
import type { MomentModel } from './moment-model.ts';

/** The moments as the candidates have them, in the order of the model's; the rows must be complete. */
export function observedMoments(model: MomentModel, { persons, values }: ResponseMatrix): Float64Array {
  const { items, firstAt, pairsAt, features, means } = model;
  const sums = new Float64Array(model.size);
  const scores = new Float64Array(items);
  for (let person = 0; person < persons.length; person += 1) {
    for (let i = 0; i < items; i += 1) {
      const category = values[person * items + i] ?? 0;
      scores[i] = category - (means[i] ?? 0);
      const from = firstAt[i] ?? 0;
      const own = features[i] ?? [];
      for (let f = 0; f < own.length; f += 1) sums[from + f] = (sums[from + f] ?? 0) + (own[f]?.[category] ?? 0);
    }
    for (let i = 0; i < items; i += 1) {
      const pairs = pairsAt[i] ?? 0;
      const score = scores[i] ?? 0;
      for (let j = i + 1; j < items; j += 1) sums[pairs + j] = (sums[pairs + j] ?? 0) + score * (scores[j] ?? 0);
    }
  }
  return sums.map((sum) => sum / persons.length);
}

/**
 * SRMSR: the root mean square difference between observed and expected correlations of the items' scores.
 *
 * @returns null without a pair of items that both vary.
 * @see Maydeu-Olivares (2013), Measurement 11(3), formula 6.
 */
export function standardizedRootMeanSquare(model: MomentModel, data: ResponseMatrix): number | null {
  const { items, pairsAt, expected, means } = model;
  const n = data.persons.length;
  const observed = observedMoments(model, data);
  const shift = new Float64Array(items);
  const spread = new Float64Array(items);
  const modelSpread = new Float64Array(items);
  for (let i = 0; i < items; i += 1) {
    for (let person = 0; person < n; person += 1) {
      const score = (data.values[person * items + i] ?? 0) - (means[i] ?? 0);
      shift[i] = (shift[i] ?? 0) + score / n;
      spread[i] = (spread[i] ?? 0) + (score * score) / n;
    }
    spread[i] = (spread[i] ?? 0) - (shift[i] ?? 0) ** 2;
    model.mixture.weights.forEach((weight, q) => {
      const variance = (model.local[q * items + i] ?? 0) ** 2 + (model.localVariance[q * items + i] ?? 0);
      modelSpread[i] = (modelSpread[i] ?? 0) + weight * variance;
    });
  }
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < items; i += 1) {
    for (let j = i + 1; j < items; j += 1) {
      const at = (pairsAt[i] ?? 0) + j;
      const observedScale = Math.sqrt((spread[i] ?? 0) * (spread[j] ?? 0));
      const modelScale = Math.sqrt((modelSpread[i] ?? 0) * (modelSpread[j] ?? 0));
      if (!(observedScale > 0 && modelScale > 0)) continue;
      const seen = ((observed[at] ?? 0) - (shift[i] ?? 0) * (shift[j] ?? 0)) / observedScale;
      squares += (seen - (expected[at] ?? 0) / modelScale) ** 2;
      pairs += 1;
    }
  }
  return pairs > 0 ? Math.sqrt(squares / pairs) : null;
}
