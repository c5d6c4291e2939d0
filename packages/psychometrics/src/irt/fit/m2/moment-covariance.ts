import type { MomentModel } from './moment-model.ts';

/**
 * The covariance matrix of one person's moments times a vector, without the matrix: at a fixed latent place the items
 * are independent, so that a quadratic form in their scores needs only means and variances. Takes time in proportion
 * to places × items².
 */
export function covarianceTimes(model: MomentModel, v: Float64Array): Float64Array {
  const { items, pairsAt, expected } = model;
  const { weights } = model.mixture;
  const out = new Float64Array(model.size);
  const slope = new Float64Array(items);
  const own = new Float64Array(items);
  let mean = 0;
  for (let q = 0; q < weights.length; q += 1) {
    const weight = weights[q] ?? 0;
    const local = model.local.subarray(q * items, (q + 1) * items);
    const variance = model.localVariance.subarray(q * items, (q + 1) * items);
    // The form Σ v_f U_f + Σ v_ij s_i s_j at this place: its mean, and its slope in each score.
    slope.fill(0);
    let level = 0;
    for (let i = 0; i < items; i += 1) {
      const pairs = pairsAt[i] ?? 0;
      const at = local[i] ?? 0;
      let sum = 0;
      for (let j = i + 1; j < items; j += 1) {
        const pair = v[pairs + j] ?? 0;
        sum += pair * (local[j] ?? 0);
        slope[j] = (slope[j] ?? 0) + pair * at;
      }
      slope[i] = (slope[i] ?? 0) + sum;
      level += at * sum + firstOrderMean(model, v, i, q);
    }
    mean += weight * level;
    for (let i = 0; i < items; i += 1)
      own[i] = addFirstOrder(model, v, out, { i, q, weight, level, slope: slope[i] ?? 0 });
    for (let i = 0; i < items; i += 1) {
      const pairs = pairsAt[i] ?? 0;
      const right = weight * (local[i] ?? 0);
      const left = right * level + weight * (own[i] ?? 0);
      const spread = weight * (variance[i] ?? 0);
      for (let j = i + 1; j < items; j += 1) {
        out[pairs + j] =
          (out[pairs + j] ?? 0) +
          left * (local[j] ?? 0) +
          right * (own[j] ?? 0) +
          spread * (variance[j] ?? 0) * (v[pairs + j] ?? 0);
      }
    }
  }
  for (let at = 0; at < out.length; at += 1) out[at] = (out[at] ?? 0) - mean * (expected[at] ?? 0);
  return out;
}

function firstOrderMean(model: MomentModel, v: Float64Array, i: number, q: number): number {
  const width = model.mixture.weights.length;
  const curve = model.mixture.curves[i] ?? new Float64Array(0);
  const from = model.firstAt[i] ?? 0;
  let mean = 0;
  model.features[i]?.forEach((values, f) => {
    for (let k = 1; k < values.length; k += 1) {
      mean += (v[from + f] ?? 0) * (values[k] ?? 0) * (curve[k * width + q] ?? 0);
    }
  });
  return mean;
}

/** Adds the first-order moments of item i, and gives the covariance of its score with the form. */
function addFirstOrder(
  model: MomentModel,
  v: Float64Array,
  out: Float64Array,
  at: {
    readonly i: number;
    readonly q: number;
    readonly weight: number;
    readonly level: number;
    readonly slope: number;
  },
): number {
  const { i, q, weight, level, slope } = at;
  const width = model.mixture.weights.length;
  const curve = model.mixture.curves[i] ?? new Float64Array(0);
  const features = model.features[i] ?? [];
  const from = model.firstAt[i] ?? 0;
  const own = firstOrderMean(model, v, i, q);
  const score = (model.local[q * model.items + i] ?? 0) + (model.means[i] ?? 0);
  let covariance = 0;
  for (let k = 0; k * width < curve.length; k += 1) {
    const p = curve[k * width + q] ?? 0;
    let form = (k - score) * slope - own;
    for (let f = 0; f < features.length; f += 1) form += (v[from + f] ?? 0) * (features[f]?.[k] ?? 0);
    covariance += p * (k - score) * form;
    for (let f = 0; f < features.length; f += 1) {
      out[from + f] = (out[from + f] ?? 0) + weight * p * (features[f]?.[k] ?? 0) * (level + form);
    }
  }
  return covariance;
}

/** The variances of the moments: the diagonal of the covariance matrix. */
export function momentVariances(model: MomentModel): Float64Array {
  const { items, pairsAt, expected, local, localVariance } = model;
  const { weights, curves } = model.mixture;
  const squares = new Float64Array(model.size);
  weights.forEach((weight, q) => {
    for (let i = 0; i < items; i += 1) {
      model.features[i]?.forEach((values, f) => {
        const at = (model.firstAt[i] ?? 0) + f;
        values.forEach((value, k) => {
          squares[at] = (squares[at] ?? 0) + weight * value * value * (curves[i]?.[k * weights.length + q] ?? 0);
        });
      });
      const square = weight * ((local[q * items + i] ?? 0) ** 2 + (localVariance[q * items + i] ?? 0));
      const pairs = pairsAt[i] ?? 0;
      for (let j = i + 1; j < items; j += 1) {
        const other = (local[q * items + j] ?? 0) ** 2 + (localVariance[q * items + j] ?? 0);
        squares[pairs + j] = (squares[pairs + j] ?? 0) + square * other;
      }
    }
  });
  return squares.map((square, at) => Math.max(0, square - (expected[at] ?? 0) ** 2));
}
