import { solve } from '../../numeric/linear.ts';

/** The groups that have members, as points: x in [0, 1], and the mean of each. */
export interface GroupMeans {
  readonly x: readonly number[];
  readonly means: readonly number[];
}

/**
 * The polynomial through group means by least squares, every group with the same weight.
 *
 * @param degree 1 or 2.
 * @returns the prediction at x; null with too few groups for the degree.
 */
export function polynomialFit({ x, means }: GroupMeans, degree: 1 | 2): ((x: number) => number) | null {
  const size = degree + 1;
  if (x.length <= size) return null;
  const normalMatrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  x.forEach((value, at) => {
    for (let row = 0; row < size; row += 1) {
      right[row] = (right[row] ?? 0) + value ** row * (means[at] ?? 0);
      for (let column = 0; column < size; column += 1) {
        const cell = row * size + column;
        normalMatrix[cell] = (normalMatrix[cell] ?? 0) + value ** (row + column);
      }
    }
  });
  const found = solve(normalMatrix, size, right);
  if (found === undefined) return null;
  return (at) => found.reduce((sum, coefficient, power) => sum + coefficient * at ** power, 0);
}

const MOST_ITERATIONS = 60;

/**
 * The loglinear model of group means, log μ = b0 + b1 x, by Poisson maximum likelihood, every group with the same
 * weight.
 *
 * @returns the prediction at x; null with fewer than three groups, without any event, or without convergence.
 */
export function loglinearFit({ x, means }: GroupMeans): ((x: number) => number) | null {
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  if (x.length < 3 || !(mean > 0)) return null;
  let b0 = Math.log(mean);
  let b1 = 0;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    x.forEach((value, at) => {
      const mu = Math.exp(b0 + b1 * value);
      const residual = (means[at] ?? 0) - mu;
      g0 += residual;
      g1 += residual * value;
      h00 += mu;
      h01 += mu * value;
      h11 += mu * value * value;
    });
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-12 * h00 * h00)) return null;
    // A step of more than 2 on the log scale leaves the region where the quadratic holds.
    const step0 = Math.max(-2, Math.min(2, (h11 * g0 - h01 * g1) / determinant));
    const step1 = Math.max(-2, Math.min(2, (h00 * g1 - h01 * g0) / determinant));
    b0 += step0;
    b1 += step1;
    if (Math.abs(step0) + Math.abs(step1) < 1e-12) return (at) => Math.exp(b0 + b1 * at);
  }
  return null;
}
