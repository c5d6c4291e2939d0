import { cholesky, solveCholesky } from '../../../numeric/linear.ts';

/** The longest step of one parameter at once; longer ones are shortened as a whole. */
const LONGEST = 2;

/**
 * The step that climbs a function: (observed information)⁻¹ gradient where the information is positive definite, else
 * (expected information plus a ridge)⁻¹ gradient. It points upward in any case.
 *
 * @param alternative a matrix that is never negative definite, to fall back on.
 */
export function ascent(information: Float64Array, alternative: Float64Array, gradient: Float64Array): Float64Array {
  const n = gradient.length;
  let factor = positive(information, n);
  for (let ridge = 0; factor === undefined && ridge < 12; ridge += 1) {
    const padded = alternative.slice();
    for (let j = 0; j < n; j += 1) {
      const at = j * n + j;
      padded[at] = (padded[at] ?? 0) * (1 + 10 ** (ridge - 8)) + 10 ** (ridge - 8);
    }
    factor = positive(padded, n);
  }
  const step = factor === undefined ? gradient.slice() : solveCholesky(factor, n, gradient);
  let longest = 0;
  for (let j = 0; j < n; j += 1) longest = Math.max(longest, Math.abs(step[j] ?? 0));
  if (longest > LONGEST) for (let j = 0; j < n; j += 1) step[j] = ((step[j] ?? 0) * LONGEST) / longest;
  return step;
}

function positive(matrix: Float64Array, n: number): Float64Array | undefined {
  for (let at = 0; at < matrix.length; at += 1) if (!Number.isFinite(matrix[at] ?? 0)) return undefined;
  return cholesky(matrix, n);
}
