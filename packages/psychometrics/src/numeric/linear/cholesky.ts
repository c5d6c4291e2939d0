import { inverse } from './lu.ts';
import { requireSquare } from './square.ts';

/**
 * The lower triangle L with L Lᵀ = a of a symmetric positive definite matrix.
 *
 * @param a n × n, row by row; its lower triangle is read.
 * @returns n × n, zero above the diagonal; undefined when the matrix is not positive definite to working precision.
 */
export function cholesky(a: Float64Array, n: number): Float64Array | undefined {
  requireSquare(a, n);
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = a[i * n + j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0);
      if (i === j) {
        // Below this a pivot is the rounding of a zero.
        if (!(rest > 2e-16 * n * Math.abs(a[i * n + i] ?? 0))) return undefined;
        l[i * n + i] = Math.sqrt(rest);
      } else l[i * n + j] = rest / (l[j * n + j] ?? 1);
    }
  }
  return l;
}

/** x with L Lᵀ x = b, from the lower triangle of {@link cholesky}. */
export function solveCholesky(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  requireSquare(l, n);
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i += 1) {
    let rest = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= (l[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (l[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < n; k += 1) rest -= (l[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (l[i * n + i] ?? 1);
  }
  return x;
}

/** The inverse of a symmetric matrix, positive definite or not, exactly symmetric; undefined when it is singular. */
export function inverseSymmetric(a: Float64Array, n: number): Float64Array | undefined {
  const l = cholesky(a, n);
  const full = l === undefined ? inverse(a, n) : new Float64Array(n * n);
  if (full === undefined) return undefined;
  if (l !== undefined) {
    const unit = new Float64Array(n);
    for (let j = 0; j < n; j += 1) {
      unit.fill(0);
      unit[j] = 1;
      full.set(solveCholesky(l, n, unit), j * n);
    }
  }
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const entry = ((full[i * n + j] ?? 0) + (full[j * n + i] ?? 0)) / 2;
      full[i * n + j] = entry;
      full[j * n + i] = entry;
    }
  }
  return full;
}

/** The logarithm of the determinant of a symmetric positive definite matrix; undefined when it is none. */
export function logDeterminantPositive(a: Float64Array, n: number): number | undefined {
  const l = cholesky(a, n);
  if (l === undefined) return undefined;
  let log = 0;
  for (let i = 0; i < n; i += 1) log += 2 * Math.log(l[i * n + i] ?? 1);
  return log;
}
