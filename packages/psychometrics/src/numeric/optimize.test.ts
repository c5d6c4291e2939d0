import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRoot, minimizeBfgs, minimizeScalar, numericalGradient, numericalHessian } from './optimize.ts';

const rosenbrock = (x: Float64Array): number => {
  const [a = 0, b = 0] = x;
  return (1 - a) ** 2 + 100 * (b - a * a) ** 2;
};
const slope = (x: Float64Array): Float64Array => {
  const [a = 0, b = 0] = x;
  return Float64Array.of(-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a));
};

describe('minimization', () => {
  test('finds the end of the valley of Rosenbrock (1960)', () => {
    const { x, value, converged, iterations } = minimizeBfgs(rosenbrock, slope, [-1.2, 1]);
    expect(converged).toBe(true);
    expect(iterations).toBeLessThan(60);
    expect(value).toBeLessThan(1e-18);
    expect(x[0]).toBeCloseTo(1, 8);
  });
  test('steps back from where the function is not finite', () => {
    const f = ([x = 0]: Float64Array) => (x > 0 ? x - Math.log(x) : Number.NaN);
    const { x, converged } = minimizeBfgs(f, ([at = 0]) => Float64Array.of(1 - 1 / at), [30]);
    expect([x[0]?.toFixed(8), converged]).toEqual(['1.00000000', true]);
  });
  test('says when it reached its bound, and never hangs on a function without a minimum', () => {
    expect(minimizeBfgs(rosenbrock, slope, [-1.2, 1], { maxIterations: 3 })).toMatchObject({
      converged: false,
      iterations: 3,
    });
    const falls = minimizeBfgs(
      ([x = 0]) => -x,
      () => Float64Array.of(-1),
      [0],
    );
    expect(falls.converged).toBe(false);
  });
  test('refuses a start without a value', () => {
    expect(() => minimizeBfgs(() => Number.NaN, slope, [0, 0])).toThrow(RangeError);
  });
  test('in one dimension finds the minimum of x log x at 1/e', () => {
    const { x, value, converged } = minimizeScalar((at) => at * Math.log(at), 1e-9, 5);
    expect(converged).toBe(true);
    // The root of the precision of a double is what a minimum can be told by.
    expect(x).toBeCloseTo(1 / Math.E, 7);
    expect(value).toBeCloseTo(-1 / Math.E, 14);
  });
  test('in one dimension goes to the end of the interval when the function falls towards it', () => {
    expect(minimizeScalar((x) => -x, 0, 3).x).toBeCloseTo(3, 7);
    expect(minimizeScalar((x) => x, 0, 3, { maxIterations: 2 }).converged).toBe(false);
  });
});

describe('roots', () => {
  test('of a cubic lie where they were put', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (root, steep) => {
          const { x, converged } = findRoot((at) => steep * (at - root) * (1 + (at - root) ** 2), -6, 7);
          expect(converged).toBe(true);
          expect(Math.abs(x - root)).toBeLessThan(1e-11);
        },
      ),
    );
  });
  test('are found where the function jumps or is flat', () => {
    expect(findRoot((x) => (x < Math.SQRT2 ? -1 : 1), 0, 4).x).toBeCloseTo(Math.SQRT2, 11);
    expect(findRoot((x) => (x - 1) ** 9, 0, 4).x).toBeCloseTo(1, 1);
    expect(findRoot((x) => x, 0, 4)).toEqual({ x: 0, converged: true });
  });
  test('are refused where none is bracketed', () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow('no root is bracketed');
  });
});

describe('numerical derivatives', () => {
  test('agree with the formulas', () => {
    const at = [-0.7, 2.3];
    const gradient = numericalGradient(rosenbrock, at);
    slope(Float64Array.from(at)).forEach((want, i) => {
      expect(Math.abs((gradient[i] ?? 0) / want - 1)).toBeLessThan(1e-9);
    });
    const [a = 0, b = 0] = at;
    const want = [2 - 400 * (b - 3 * a * a), -400 * a, -400 * a, 200];
    numericalHessian(rosenbrock, at).forEach((entry, i) => {
      expect(Math.abs(entry / (want[i] ?? 1) - 1)).toBeLessThan(1e-7);
    });
  });
});
