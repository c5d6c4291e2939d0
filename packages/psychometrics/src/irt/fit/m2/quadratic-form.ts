import { covarianceTimes, momentVariances } from './moment-covariance.ts';
import type { MomentModel } from './moment-model.ts';
import { projectionFrom } from './projection.ts';
import { addScaled, dot } from './vectors.ts';

/** The quadratic form of M2 for one person, and its degrees of freedom. */
export interface ResidualForm {
  readonly value: number;
  readonly df: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * The least weighted distance of the residual moments from what the parameters could explain,
 * min over β of (e − Δβ)ᵗ Ξ⁻¹ (e − Δβ). By duality it is the vᵗe at which ½ vᵗΞv − vᵗe is least among all v with
 * Δᵗv = 0, found by conjugate gradients within that space: neither Ξ nor an inverse is ever formed.
 *
 * @see Maydeu-Olivares & Joe (2006), Psychometrika 71(4), formula 24, for the form; Gould, Hribar & Nocedal (2001), SIAM
 * J. Sci. Comput. 23(4), for the projected conjugate gradients.
 */
export function residualForm(
  model: MomentModel,
  residuals: Float64Array,
  columns: readonly Float64Array[],
): ResidualForm {
  // At unit variances: the conjugate gradients then need few steps. A moment without variance says nothing.
  const scale = momentVariances(model).map((variance) => (variance > 1e-14 ? 1 / Math.sqrt(variance) : 0));
  const scaled = (v: Float64Array): Float64Array => v.map((value, at) => value * (scale[at] ?? 0));
  const { rank, orthogonal } = projectionFrom(columns.map(scaled));
  const informative = scale.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const df = informative - rank;
  const residual = scaled(residuals);
  orthogonal(residual);
  const solution = new Float64Array(model.size);
  const direction = residual.slice();
  const target = residual.slice();
  let length = dot(residual, residual);
  const enough = length * 1e-24;
  const most = Math.min(2 * informative + 50, 2000);
  let iterations = 0;
  while (df > 0 && length > enough && length > 0 && iterations < most) {
    iterations += 1;
    const image = scaled(covarianceTimes(model, scaled(direction)));
    orthogonal(image);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const step = length / curvature;
    addScaled(solution, step, direction);
    addScaled(residual, -step, image);
    const next = dot(residual, residual);
    const ratio = next / length;
    for (let at = 0; at < direction.length; at += 1) {
      direction[at] = (residual[at] ?? 0) + ratio * (direction[at] ?? 0);
    }
    length = next;
  }
  return { value: dot(solution, target), df, iterations, converged: length <= Math.max(enough * 1e8, 1e-300) };
}
