import { logistic } from '../../items/response-function.ts';
import { CurveFamily } from './curve-family.ts';

/**
 * The graded response model in `a, d_1 > … > d_m`.
 *
 * @see Samejima (1969), Psychometrika Monograph 17.
 */
export function gradedFamily(id: string, categories: number): CurveFamily {
  const size = categories;
  return new CurveFamily({
    id,
    names: ['discrimination', ...Array.from({ length: categories - 1 }, (_, k) => `intercept${k + 1}`)],
    categories,
    valid(local) {
      for (let k = 2; k < size; k += 1) if (!((local[k] ?? 0) < (local[k - 1] ?? 0))) return false;
      return true;
    },
    probabilities(local, theta, into) {
      fillCategories(local, theta, categories, into);
    },
    derive(local, theta, { p, first, second }) {
      fillCategories(local, theta, categories, p);
      first.fill(0);
      second.fill(0);
      // Boundary b stands between the categories b − 1 and b, and moves probability from the one to the other.
      for (let b = 1; b < categories; b += 1) {
        const x = (local[0] ?? 0) * theta + (local[b] ?? 0);
        const l = logistic(x);
        const slope = l * (1 - l);
        const bend = slope * (1 - 2 * l);
        for (const [k, sign] of [
          [b - 1, -1],
          [b, 1],
        ] as const) {
          const row = k * size;
          first[row] = (first[row] ?? 0) + sign * slope * theta;
          first[row + b] = (first[row + b] ?? 0) + sign * slope;
          const square = k * size * size;
          second[square] = (second[square] ?? 0) + sign * bend * theta * theta;
          const cross = sign * bend * theta;
          second[square + b] = (second[square + b] ?? 0) + cross;
          second[square + b * size] = (second[square + b * size] ?? 0) + cross;
          second[square + b * size + b] = (second[square + b * size + b] ?? 0) + sign * bend;
        }
      }
    },
    item: (local) => ({
      id,
      model: 'grm',
      discrimination: local[0] ?? 0,
      intercepts: Array.from(local.subarray(1, size)),
    }),
  });
}

/** P_k = B_k − B_(k+1), written so that it loses no digits where both boundaries are near 1. */
function fillCategories(local: Float64Array, theta: number, categories: number, into: Float64Array): void {
  const slope = (local[0] ?? 0) * theta;
  for (let k = 0; k < categories; k += 1) {
    const x = slope + (local[k] ?? 0);
    const y = slope + (local[k + 1] ?? 0);
    if (k === 0) into[k] = logistic(-y);
    else if (k === categories - 1) into[k] = logistic(x);
    // B(x) − B(y) = B(x) B(−y) (1 − exp(y − x)) for x > y.
    else into[k] = logistic(x) * logistic(-y) * -Math.expm1(y - x);
  }
}
