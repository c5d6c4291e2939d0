import { logistic } from '../../items/response-function.ts';
import { CurveFamily } from './curve-family.ts';

/**
 * 3PL and 4PL in `a, d, logit g` and, for 4PL, `logit u`. P = g + (u − g) / (1 + exp(−(aθ + d))); u is 1 in 3PL.
 *
 * @see Lord (1980); Barton & Lord (1981).
 */
export function asymptoteFamily(id: string, model: '3pl' | '4pl'): CurveFamily {
  const four = model === '4pl';
  const size = four ? 4 : 3;
  const guessing = (local: Float64Array): number => logistic(local[2] ?? 0);
  const upper = (local: Float64Array): number => (four ? logistic(local[3] ?? 0) : 1);
  const names = ['discrimination', 'intercept', 'guessing', ...(four ? ['upper'] : [])];
  const gradient = new Float64Array(4);
  const hessian = new Float64Array(16);
  return new CurveFamily({
    id,
    names,
    categories: 2,
    valid: (local) => upper(local) > guessing(local),
    probabilities(local, theta, into) {
      const g = guessing(local);
      const u = upper(local);
      const x = (local[0] ?? 0) * theta + (local[1] ?? 0);
      into[1] = g + (u - g) * logistic(x);
      into[0] = 1 - u + (u - g) * logistic(-x);
    },
    derive(local, theta, { p, first, second }) {
      const g = guessing(local);
      const u = upper(local);
      const x = (local[0] ?? 0) * theta + (local[1] ?? 0);
      const l = logistic(x);
      const m = logistic(-x);
      p[1] = g + (u - g) * l;
      p[0] = 1 - u + (u - g) * m;
      const slope = (u - g) * l * m;
      const bend = slope * (m - l);
      // ∂g / ∂ logit g = g(1 − g), and so for u.
      const dg = g * (1 - g);
      const du = u * (1 - u);
      const falling = l * m;
      gradient.set([slope * theta, slope, dg * m, du * l]);
      fill(hessian, 0, [bend * theta * theta, bend * theta, -dg * falling * theta, du * falling * theta]);
      fill(hessian, 1, [bend, -dg * falling, du * falling]);
      fill(hessian, 2, [dg * (1 - 2 * g) * m, 0]);
      fill(hessian, 3, [du * (1 - 2 * u) * l]);
      for (let j = 0; j < size; j += 1) {
        first[size + j] = gradient[j] ?? 0;
        first[j] = -(gradient[j] ?? 0);
        for (let i = 0; i < size; i += 1) {
          const curvature = hessian[j * 4 + i] ?? 0;
          second[size * size + j * size + i] = curvature;
          second[j * size + i] = -curvature;
        }
      }
    },
    item: (local) => ({
      id,
      model,
      discrimination: local[0] ?? 0,
      intercept: local[1] ?? 0,
      guessing: guessing(local),
      upper: upper(local),
    }),
  });
}

/** Writes the part of a row from the diagonal on, and its mirror image. */
function fill(matrix: Float64Array, row: number, values: readonly number[]): void {
  for (let at = 0; at < values.length; at += 1) {
    matrix[row * 4 + row + at] = values[at] ?? 0;
    matrix[(row + at) * 4 + row] = values[at] ?? 0;
  }
}
