import { requireSquare } from './square.ts';

interface Factors {
  /** L below the diagonal, its unit diagonal not stored, and U. */
  readonly lu: Float64Array;
  /** Which row of the matrix stands where. */
  readonly order: Int32Array;
  readonly sign: 1 | -1;
}

/** LU factors with rows exchanged for the largest pivot; undefined when a pivot is zero to working precision. */
function factorize(a: Float64Array, n: number): Factors | undefined {
  requireSquare(a, n);
  const lu = a.slice();
  const order = Int32Array.from({ length: n }, (_, row) => row);
  let sign: 1 | -1 = 1;
  let largest = 0;
  for (const entry of a) largest = Math.max(largest, Math.abs(entry));
  if (!Number.isFinite(largest)) return undefined;
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) {
      if (Math.abs(lu[i * n + k] ?? 0) > Math.abs(lu[pivot * n + k] ?? 0)) pivot = i;
    }
    if (pivot !== k) {
      for (let j = 0; j < n; j += 1) {
        const held = lu[k * n + j] ?? 0;
        lu[k * n + j] = lu[pivot * n + j] ?? 0;
        lu[pivot * n + j] = held;
      }
      const held = order[k] ?? 0;
      order[k] = order[pivot] ?? 0;
      order[pivot] = held;
      sign = sign === 1 ? -1 : 1;
    }
    const diagonal = lu[k * n + k] ?? 0;
    if (!(Math.abs(diagonal) > 1e-16 * n * rowScale(a, n, order[k] ?? 0))) return undefined;
    for (let i = k + 1; i < n; i += 1) {
      const factor = (lu[i * n + k] ?? 0) / diagonal;
      lu[i * n + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j += 1) lu[i * n + j] = (lu[i * n + j] ?? 0) - factor * (lu[k * n + j] ?? 0);
    }
  }
  return { lu, order, sign };
}

function rowScale(a: Float64Array, n: number, row: number): number {
  let scale = 0;
  for (let j = 0; j < n; j += 1) scale = Math.max(scale, Math.abs(a[row * n + j] ?? 0));
  return scale;
}

function substitute({ lu, order }: Factors, n: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(order, (row) => b[row] ?? 0);
  for (let i = 0; i < n; i += 1) {
    let rest = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= (lu[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = rest;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < n; k += 1) rest -= (lu[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (lu[i * n + i] ?? 1);
  }
  return x;
}

/** x with a x = b, by LU with partial pivoting; undefined when a is singular to working precision. */
export function solve(a: Float64Array, n: number, b: ArrayLike<number>): Float64Array | undefined {
  const factors = factorize(a, n);
  return factors === undefined ? undefined : substitute(factors, n, b);
}

/** The inverse, row by row; undefined when a is singular to working precision. */
export function inverse(a: Float64Array, n: number): Float64Array | undefined {
  const factors = factorize(a, n);
  if (factors === undefined) return undefined;
  const inverted = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j += 1) {
    unit.fill(0);
    unit[j] = 1;
    substitute(factors, n, unit).forEach((entry, i) => {
      inverted[i * n + j] = entry;
    });
  }
  return inverted;
}

/** The determinant; 0 when a is singular to working precision. */
export function determinant(a: Float64Array, n: number): number {
  const factors = factorize(a, n);
  if (factors === undefined) return 0;
  let product: number = factors.sign;
  for (let i = 0; i < n; i += 1) product *= factors.lu[i * n + i] ?? 0;
  return product;
}

/** The product of a (n × k) and b (k × m), n × m, all row by row. @throws {RangeError} when the sizes do not fit. */
export function multiply(a: Float64Array, b: Float64Array, n: number, k: number, m: number): Float64Array {
  if (a.length !== n * k || b.length !== k * m) {
    throw new RangeError(`${a.length} and ${b.length} numbers are no matrices of ${n} × ${k} and ${k} × ${m}`);
  }
  const product = new Float64Array(n * m);
  for (let i = 0; i < n; i += 1) {
    for (let inner = 0; inner < k; inner += 1) {
      const factor = a[i * k + inner] ?? 0;
      if (factor === 0) continue;
      for (let j = 0; j < m; j += 1) product[i * m + j] = (product[i * m + j] ?? 0) + factor * (b[inner * m + j] ?? 0);
    }
  }
  return product;
}
