import { cholesky, solveCholesky } from '../numeric/linear.ts';
import { type JointDistribution, totalOf } from './distribution.ts';
import type { EquatingPipeline } from './resampling.ts';
import type { FittedModel } from './smoother.ts';

/** A group: the candidates as they were counted, and the model fitted to them. */
type SmoothedGroup = readonly [counts: JointDistribution, model: FittedModel];

/**
 * Standard errors of a method that equates smoothed distributions, by the delta method over the parameters of the loglinear
 * models. The covariance of the parameters is the sandwich I⁻¹ J I⁻¹, which holds also where the model fits ill.
 *
 * @param equate from smoothed distributions to equated scores.
 * @returns one per score of X; NaN where the information matrix of a model is singular.
 * @see Holland & Thayer (1987), ETS RR-87-31; von Davier, Holland & Thayer (2004), chapter 5; White (1982) for the sandwich.
 */
export function smoothedErrors(equate: EquatingPipeline, x: SmoothedGroup, y: SmoothedGroup): Float64Array {
  const [first, second] = [smoothed(x), smoothed(y)];
  const variance = new Float64Array(equate(first, second).length);
  addVariance(variance, x, (counts) => equate({ ...first, counts }, second));
  addVariance(variance, y, (counts) => equate(first, { ...second, counts }));
  return variance.map(Math.sqrt);
}

const smoothed = ([joint, { fit }]: SmoothedGroup): JointDistribution => ({ ...joint, counts: fit.fitted });

function addVariance(
  variance: Float64Array,
  [joint, model]: SmoothedGroup,
  equate: (counts: Float64Array) => Float64Array,
) {
  const { columns } = model.design;
  const { fitted } = model.fit;
  const size = columns.length;
  const n = totalOf(fitted);
  // Columns less their mean: how the log of a fitted count moves with a parameter.
  const centered = columns.map((column) => {
    const mean = column.reduce((sum, value, cell) => sum + value * (fitted[cell] ?? 0), 0) / n;
    return column.map((value) => value - mean);
  });
  const products = (weights: Float64Array): Float64Array =>
    Float64Array.from({ length: size * size }, (_, at) => {
      const [a, b] = [centered[Math.floor(at / size)], centered[at % size]];
      let sum = 0;
      for (let cell = 0; cell < weights.length; cell += 1) {
        sum += (weights[cell] ?? 0) * (a?.[cell] ?? 0) * (b?.[cell] ?? 0);
      }
      return sum;
    });
  const scores = products(joint.counts);
  const root = cholesky(products(fitted), size);
  if (root === undefined) {
    variance.fill(Number.NaN);
    return;
  }
  const slopes = centered.map((column, k) => {
    // A hundred-thousandth of the parameter's own sampling error is straight, and far above rounding.
    const unit = Float64Array.from(columns, (_, other) => (other === k ? 1 : 0));
    const step = 1e-5 * Math.sqrt(Math.max(0, solveCholesky(root, size, unit)[k] ?? 0));
    const moved = (by: number): Float64Array => fitted.map((count, cell) => count * Math.exp(by * (column[cell] ?? 0)));
    const [up, down] = [equate(moved(step)), equate(moved(-step))];
    return up.map((value, at) => (value - (down[at] ?? 0)) / (2 * step));
  });
  for (let at = 0; at < variance.length; at += 1) {
    const gradient = Float64Array.from(slopes, (slope) => slope[at] ?? 0);
    const weights = solveCholesky(root, size, gradient);
    let sum = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) sum += (weights[i] ?? 0) * (weights[j] ?? 0) * (scores[i * size + j] ?? 0);
    }
    variance[at] = (variance[at] ?? 0) + Math.max(0, sum);
  }
}
