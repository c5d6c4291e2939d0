import { describe, expect, test } from 'vitest';
import { binomial, chiSquare, gamma, normal } from './distributions/index.ts';
import { Random } from './random.ts';
import { correlation, mean, variance } from './summary.ts';

const draw = (n: number, next: () => number): Float64Array => Float64Array.from({ length: n }, next);

/** The largest distance of the empirical from the wanted distribution, times √n (Kolmogorov). */
function kolmogorov(xs: Float64Array, cdf: (x: number) => number): number {
  const sorted = xs.toSorted();
  let largest = 0;
  sorted.forEach((x, k) => {
    largest = Math.max(largest, Math.abs(cdf(x) - k / xs.length), Math.abs(cdf(x) - (k + 1) / xs.length));
  });
  return largest * Math.sqrt(xs.length);
}

/** P(√n D > 2.2) = 1e-4: with a fixed seed the test passes always or never. */
const LIMIT = 2.2;

describe('random numbers', () => {
  test('are the same for the same seed, others for another', () => {
    const first = draw(5, () => 0);
    const random = new Random(7);
    const again = new Random(7);
    const other = new Random(8);
    first.forEach(() => {
      const x = random.uniform();
      expect(again.uniform()).toBe(x);
      expect(other.uniform()).not.toBe(x);
    });
    expect(new Random(0.1).uniform()).not.toBe(new Random(0.2).uniform());
    expect(() => new Random(Number.NaN)).toThrow(RangeError);
  });
  test('uniform and normal follow their distributions, without correlation between neighbors', () => {
    const random = new Random(1);
    const uniform = draw(20_000, () => random.uniform());
    expect(kolmogorov(uniform, (x) => x)).toBeLessThan(LIMIT);
    expect(Math.abs(correlation(uniform.subarray(1), uniform.subarray(0, -1)) ?? 1)).toBeLessThan(
      4 / Math.sqrt(20_000),
    );
    expect(
      kolmogorov(
        draw(20_000, () => random.normal()),
        normal.cdf,
      ),
    ).toBeLessThan(LIMIT);
  });
  test('neighboring seeds give streams that are not correlated', () => {
    const firsts = draw(5000, () => 0).map((_, seed) => new Random(seed).uniform());
    expect(kolmogorov(firsts, (x) => x)).toBeLessThan(LIMIT);
    expect(Math.abs(correlation(firsts.subarray(1), firsts.subarray(0, -1)) ?? 1)).toBeLessThan(4 / Math.sqrt(5000));
  });
  test.each([0.3, 1, 7.5])('gamma with shape %d follows its distribution', (shape) => {
    const random = new Random(2);
    expect(
      kolmogorov(
        draw(20_000, () => random.gamma(shape)),
        (x) => gamma.cdf(x, shape, 1),
      ),
    ).toBeLessThan(LIMIT);
  });
  test('beta has its mean and variance', () => {
    const random = new Random(3);
    const xs = draw(40_000, () => random.beta(2, 5));
    // Four standard errors.
    expect(Math.abs(mean(xs) - 2 / 7)).toBeLessThan(4 * Math.sqrt(10 / (49 * 8) / 40_000));
    expect(variance(xs)).toBeCloseTo(10 / (49 * 8), 3);
  });
  test.each([
    [12, 0.3],
    [400, 0.02],
    [1000, 0.7],
  ])('binomial of %i trials follows its distribution', (n, p) => {
    const random = new Random(4);
    const counts = new Float64Array(n + 1);
    for (let k = 0; k < 20_000; k += 1) {
      const successes = random.binomial(n, p);
      counts[successes] = (counts[successes] ?? 0) + 1;
    }
    let [statistic, df] = [0, -1];
    counts.forEach((count, k) => {
      const expected = 20_000 * binomial.mass(k, n, p);
      if (expected < 5) return;
      statistic += (count - expected) ** 2 / expected;
      df += 1;
    });
    expect(chiSquare.upper(statistic, df)).toBeGreaterThan(1e-4);
  });
  test('integers and weighted picks come in proportion', () => {
    const random = new Random(5);
    const integers = new Float64Array(7);
    const picks = new Float64Array(4);
    for (let k = 0; k < 21_000; k += 1) {
      const integer = random.integer(7);
      integers[integer] = (integers[integer] ?? 0) + 1;
      const pick = random.pick([1, 0, 2, 4]);
      picks[pick] = (picks[pick] ?? 0) + 1;
    }
    for (const count of integers) expect(Math.abs(count - 3000)).toBeLessThan(4 * Math.sqrt(3000));
    expect(picks[1]).toBe(0);
    expect(Math.abs((picks[3] ?? 0) - 12_000)).toBeLessThan(4 * Math.sqrt(21_000 * (4 / 7) * (3 / 7)));
    expect(() => random.pick([0, 0])).toThrow(RangeError);
    expect(() => random.integer(0)).toThrow(RangeError);
  });
  test('a shuffle keeps every element and leaves the original alone', () => {
    const original = Object.freeze([1, 2, 3, 4, 5, 6, undefined]);
    const shuffled = new Random(6).shuffle(original);
    expect(shuffled).not.toEqual(original);
    expect(new Set(shuffled)).toEqual(new Set(original));
    expect(new Random(6).shuffle([])).toEqual([]);
  });
});
