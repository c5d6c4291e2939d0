import { inverseSymmetric } from '../../numeric/linear.ts';
import type { LogTimes } from './response-times.ts';

/** Standard errors of β, of ψ = 1/α², and of the variance of the speed; null where the information is singular. */
export interface LognormalErrors {
  readonly intensity: readonly (number | null)[];
  readonly residual: readonly (number | null)[];
  readonly variance: number | null;
}

/**
 * Standard errors by the expected information of a normal model: of means Σ⁻¹, of variances ½ tr(Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ), summed
 * over the persons with the items that each has. Σ⁻¹ = diag(w) − c w wᵀ with w = 1/ψ and c = 1/(1/σ² + Σw).
 *
 * @see Magnus & Neudecker (2019), Matrix Differential Calculus, section 15.3.
 */
export function lognormalErrors(data: LogTimes, residual: Float64Array, variance: number): LognormalErrors {
  const { count, width, logs } = data;
  const size = width + 1;
  const means = new Float64Array(width * width);
  const spreads = new Float64Array(size * size);
  const w = new Float64Array(width);
  for (let person = 0; person < count; person += 1) {
    let total = 0;
    for (let item = 0; item < width; item += 1) {
      w[item] = Number.isNaN(logs[person * width + item] ?? Number.NaN) ? 0 : 1 / (residual[item] ?? 1);
      total += w[item] ?? 0;
    }
    if (total === 0) continue;
    const c = 1 / (1 / variance + total);
    for (let row = 0; row < width; row += 1) {
      const left = w[row] ?? 0;
      if (left === 0) continue;
      for (let column = 0; column < width; column += 1) {
        const cell = (row === column ? left : 0) - c * left * (w[column] ?? 0);
        means[row * width + column] = (means[row * width + column] ?? 0) + cell;
        spreads[row * size + column] = (spreads[row * size + column] ?? 0) + (cell * cell) / 2;
      }
      // Σ⁻¹ 1 is w (1 − c Σw).
      const cross = (left * (1 - c * total)) ** 2 / 2;
      spreads[row * size + width] = (spreads[row * size + width] ?? 0) + cross;
      spreads[width * size + row] = (spreads[width * size + row] ?? 0) + cross;
    }
    spreads[size * size - 1] = (spreads[size * size - 1] ?? 0) + (total * (1 - c * total)) ** 2 / 2;
  }
  const ofMeans = inverseSymmetric(means, width);
  const ofSpreads = inverseSymmetric(spreads, size);
  const root = (matrix: Float64Array | undefined, at: number, side: number): number | null => {
    const value = matrix?.[at * side + at] ?? -1;
    return value >= 0 ? Math.sqrt(value) : null;
  };
  return {
    intensity: Array.from({ length: width }, (_, item) => root(ofMeans, item, width)),
    residual: Array.from({ length: width }, (_, item) => root(ofSpreads, item, size)),
    variance: root(ofSpreads, width, size),
  };
}
