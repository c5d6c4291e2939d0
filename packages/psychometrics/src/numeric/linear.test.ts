import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cholesky,
  determinant,
  eigenSymmetric,
  inverse,
  inverseSymmetric,
  logDeterminantPositive,
  multiply,
  solve,
  solveCholesky,
} from './linear.ts';

/** Square matrices with entries in [−1, 1], and their size. */
const square = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.tuple(
    fc.constant(n),
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((entries) => Float64Array.from(entries)),
  ),
);

const transpose = (a: Float64Array, n: number): Float64Array =>
  a.map((_, at) => a[(at % n) * n + Math.floor(at / n)] ?? 0);

/** a aᵀ + I: positive definite, condition at most n² + 1. */
const positive = square.map(([n, a]): [number, Float64Array] => {
  const product = multiply(a, transpose(a, n), n, n, n);
  return [n, product.map((entry, at) => entry + (at % (n + 1) === 0 ? 1 : 0))];
});

/** Tolerance 1e-12: the rounding 1e-16 times the condition, below 100, times the size. */
const expectClose = (got: Float64Array, want: Float64Array): void => {
  expect(got.length).toBe(want.length);
  got.forEach((entry, at) => {
    expect(Math.abs(entry - (want[at] ?? 0))).toBeLessThan(1e-12);
  });
};

const unit = (n: number): Float64Array => Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

describe('factors', () => {
  test('the Cholesky factor times its transpose is the matrix', () => {
    fc.assert(
      fc.property(positive, ([n, a]) => {
        const l = cholesky(a, n) ?? new Float64Array();
        expectClose(multiply(l, transpose(l, n), n, n, n), a);
        const b = Float64Array.from({ length: n }, (_, i) => i - 1.5);
        expectClose(multiply(a, solveCholesky(l, n, b), n, n, 1), b);
      }),
    );
  });
  test('the inverse times the matrix is the unit matrix', () => {
    fc.assert(
      fc.property(positive, ([n, a]) => {
        expectClose(multiply(inverse(a, n) ?? new Float64Array(), a, n, n, n), unit(n));
        const symmetric = inverseSymmetric(a, n) ?? new Float64Array();
        expectClose(multiply(symmetric, a, n, n, n), unit(n));
        expect(symmetric).toEqual(transpose(symmetric, n));
        expect(logDeterminantPositive(a, n)).toBeCloseTo(Math.log(determinant(a, n)), 10);
      }),
    );
  });
  test('pivoting solves what has a zero on the diagonal', () => {
    expectClose(solve(Float64Array.of(0, 2, 3, 1), 2, [4, 5]) ?? new Float64Array(), Float64Array.of(1, 2));
    expect(determinant(Float64Array.of(0, 2, 3, 1), 2)).toBe(-6);
  });
  test('a symmetric matrix that is not positive definite has an inverse, and no Cholesky factor', () => {
    const a = Float64Array.of(1, 2, 2, 1);
    expect(cholesky(a, 2)).toBeUndefined();
    expectClose(multiply(inverseSymmetric(a, 2) ?? new Float64Array(), a, 2, 2, 2), unit(2));
  });
  test('singular matrices have neither inverse nor solution', () => {
    for (const a of [Float64Array.of(1, 2, 2, 4), Float64Array.of(0, 0, 0, 0), Float64Array.of(1, Number.NaN, 1, 1)]) {
      expect(solve(a, 2, [1, 1])).toBeUndefined();
      expect(inverse(a, 2)).toBeUndefined();
      expect(cholesky(a, 2)).toBeUndefined();
      expect(determinant(a, 2)).toBe(0);
    }
  });
  test('an array of another size is refused', () => {
    expect(() => cholesky(new Float64Array(5), 2)).toThrow(RangeError);
    expect(() => multiply(new Float64Array(4), new Float64Array(4), 2, 3, 2)).toThrow(RangeError);
  });
});

describe('eigenvalues', () => {
  test('vectors are orthonormal and rebuild the matrix; values fall', () => {
    fc.assert(
      fc.property(square, ([n, half]) => {
        const a = half.map((entry, at) => entry + (transpose(half, n)[at] ?? 0));
        const { values, vectors } = eigenSymmetric(a, n);
        expectClose(multiply(transpose(vectors, n), vectors, n, n, n), unit(n));
        const scaled = vectors.map((entry, at) => entry * (values[at % n] ?? 0));
        expectClose(multiply(scaled, transpose(vectors, n), n, n, n), a);
        expect([...values]).toEqual([...values].sort((x, y) => y - x));
      }),
    );
  });
  test('of the second difference matrix they are 2 − 2 cos(kπ / (n + 1))', () => {
    const n = 40;
    const a = Float64Array.from({ length: n * n }, (_, at) => {
      const distance = Math.abs(Math.floor(at / n) - (at % n));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    const want = Float64Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)));
    expectClose(eigenSymmetric(a, n).values, want);
  });
});
