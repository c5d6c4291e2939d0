import { describe, expect, test } from 'vitest';
import { gaussHermite, gaussLegendre, normalGrid, type Quadrature } from './quadrature.ts';

const integrate = ({ nodes, weights }: Quadrature, f: (x: number) => number): number =>
  nodes.reduce((sum, x, k) => sum + (weights[k] ?? 0) * f(x), 0);

/** (2k − 1)!!, the moment of order 2k of the normal distribution. */
const moment = (k: number): number => (k === 0 ? 1 : (2 * k - 1) * moment(k - 1));

describe('Gauss–Hermite', () => {
  test.each([1, 2, 3, 7, 15, 20])('%i nodes are exact for polynomials up to degree 2n − 1', (n) => {
    const rule = gaussHermite(n);
    for (let k = 0; k < n; k += 1) {
      expect(Math.abs(integrate(rule, (x) => x ** (2 * k)) / moment(k) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(integrate(rule, (x) => x ** (2 * k + 1)))).toBeLessThan(1e-9 * moment(k + 1));
    }
  });
  test('five nodes are those of Abramowitz & Stegun, table 25.10, times √2', () => {
    const { nodes, weights } = gaussHermite(5);
    expect(nodes[4]).toBeCloseTo(2.0201828704560856 * Math.SQRT2, 13);
    expect(nodes[3]).toBeCloseTo(0.9585724646138185 * Math.SQRT2, 13);
    expect(weights[4]).toBeCloseTo(0.0199532420590459 / Math.sqrt(Math.PI), 14);
    expect(weights[2]).toBeCloseTo(0.9453087204829419 / Math.sqrt(Math.PI), 14);
  });
  test.each([61, 101, 400])('%i nodes rise, are symmetric, sum to 1 and give the variance', (n) => {
    const rule = gaussHermite(n);
    for (let k = 1; k < n; k += 1) expect(rule.nodes[k]).toBeGreaterThan(rule.nodes[k - 1] ?? Infinity);
    expect(integrate(rule, () => 1)).toBeCloseTo(1, 12);
    expect(integrate(rule, (x) => x * x)).toBeCloseTo(1, 11);
    expect(integrate(rule, Math.cos)).toBeCloseTo(Math.exp(-0.5), 12);
  });
});

describe('Gauss–Legendre', () => {
  test.each([1, 2, 5, 24, 64])('%i nodes are exact for polynomials up to degree 2n − 1', (n) => {
    const rule = gaussLegendre(n, 0, 2);
    for (let k = 0; k < 2 * n; k += 1) {
      expect(Math.abs((integrate(rule, (x) => (x / 2) ** k) * (k + 1)) / 2 - 1)).toBeLessThan(1e-12);
    }
  });
  test('three nodes are 0 and ±√(3/5) with weights 8/9 and 5/9', () => {
    const { nodes, weights } = gaussLegendre(3, -1, 1);
    expect([...nodes].map((x) => x.toFixed(14))).toEqual(
      [-Math.sqrt(0.6), 0, Math.sqrt(0.6)].map((x) => x.toFixed(14)),
    );
    expect(weights[1]).toBeCloseTo(8 / 9, 14);
  });
});

describe('the normal grid', () => {
  test('sums to 1 and keeps mean and standard deviation', () => {
    const rule = normalGrid(121, -8, 12, 2, 1.25);
    expect(integrate(rule, () => 1)).toBeCloseTo(1, 14);
    expect(integrate(rule, (x) => x)).toBeCloseTo(2, 12);
    // Cut off at 8 standard deviations: what is missing is below 1e-13.
    expect(integrate(rule, (x) => (x - 2) ** 2)).toBeCloseTo(1.25 ** 2, 12);
  });
  test('refuses what has no weights', () => {
    expect(() => normalGrid(5, 100, 200)).toThrow(RangeError);
    expect(() => normalGrid(5, -1, 1, 0, 0)).toThrow(RangeError);
    expect(() => gaussHermite(0)).toThrow(RangeError);
  });
});
