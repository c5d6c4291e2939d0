import { describe, expect, test } from 'vitest';
import { correlation, covariance, mean, quantile, ranks, standardDeviation, sum, variance } from './summary.ts';

describe('summaries', () => {
  test('the sum keeps what rounding would lose', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Array(10).fill(0.1))).toBe(1);
    expect(sum([])).toBe(0);
  });
  test('the variance of large numbers does not cancel', () => {
    // NIST StRD, data set NumAcc4: standard deviation 0.1, mean 10000000.2.
    const xs = [10_000_000.2, ...Array.from({ length: 500 }, () => [10_000_000.1, 10_000_000.3]).flat()];
    expect(mean(xs)).toBeCloseTo(10_000_000.2, 8);
    // The data are rounded to 2e-9.
    expect(standardDeviation(xs)).toBeCloseTo(0.1, 8);
  });
  test('covariance and correlation follow their definitions', () => {
    expect(covariance([1, 2, 3], [2, 4, 9])).toBe(3.5);
    expect(variance([2, 4, 9])).toBe(13);
    expect(correlation([1, 2, 3], [2, 4, 9])).toBeCloseTo(3.5 / Math.sqrt(13), 14);
    expect(correlation([1, 2, 3], [-2, -4, -6])).toBe(-1);
  });
  test('there is no correlation without variance or with one pair', () => {
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(correlation([1], [2])).toBeNull();
    expect(() => correlation([1, 2], [1])).toThrow(RangeError);
  });
  test('quantiles are interpolated between order statistics (type 7)', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect([quantile([5], 0.3), quantile([1, 9], 0), quantile([1, 9], 1)]).toEqual([5, 1, 9]);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
  test('ties share the mean of their ranks', () => {
    expect([...ranks([3, 1, 3, 2, 3])]).toEqual([4, 1, 4, 2, 4]);
    expect([...ranks([])]).toEqual([]);
  });
  test('a mean of nothing and a variance of one number are refused', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => variance([1])).toThrow(RangeError);
  });
});
