import { describe, expect, test } from 'vitest';
import golden from '../../golden/special_functions.json' with { type: 'json' };
import { binomial, chiSquare, fDistribution, gamma, hypergeometric, normal, studentT } from './distributions/index.ts';
import { betaI, betaIUpper, digamma, erf, erfc, gammaP, gammaQ, logBeta, logGamma, trigamma } from './special.ts';

const relative = (got: number, want: number): number => (want === 0 ? Math.abs(got) : Math.abs(got / want - 1));

/** The functions that are named in the table of 50-digit values, and how far each may be off. */
// biome-ignore format: a table
const functions: readonly [keyof typeof golden, (...x: number[]) => number, number, string][] = [
  ['logGamma', (x = 0) => logGamma(x), 1e-15, 'a few units in the last place'],
  ['logBeta', (a = 0, b = 0) => logBeta(a, b), 1e-15, 'a few units in the last place'],
  ['digamma', (x = 0) => digamma(x), 3e-13, 'relative about the zero at 1.4616 means absolute 1e-15 there'],
  ['trigamma', (x = 0) => trigamma(x), 1e-15, 'a few units in the last place'],
  ['erf', (x = 0) => erf(x), 1e-15, 'the stated accuracy of Cody’s approximations'],
  ['erfc', (x = 0) => erfc(x), 1e-15, 'the stated accuracy of Cody’s approximations'],
  ['normalUpper', (z = 0) => normal.upper(z), 1e-15, 'the stated accuracy of Cody’s approximations'],
  ['normalQuantile', (p = 0) => normal.quantile(p), 1e-15, 'the stated accuracy of AS 241'],
  ['gammaP', (a = 0, x = 0) => gammaP(a, x), 1e-13, 'rounding of a sum of some √a terms'],
  ['gammaQ', (a = 0, x = 0) => gammaQ(a, x), 1e-13, 'rounding of a sum of some √a terms'],
  ['betaI', (x = 0, a = 0, b = 0) => betaI(x, a, b), 1e-13, 'rounding of the exponent, some hundred'],
  ['betaIUpper', (x = 0, a = 0, b = 0) => betaIUpper(x, a, b), 3e-12, 'rounding of 1 − x, times b = 500,000'],
  ['chiSquareUpper', (x = 0, df = 0) => chiSquare.upper(x, df), 1e-13, 'as the incomplete gamma function'],
  ['studentTUpper', (t = 0, df = 0) => studentT.upper(t, df), 1e-13, 'as the incomplete beta function'],
  ['fUpper', (f = 0, d1 = 0, d2 = 0) => fDistribution.upper(f, d1, d2), 1e-13, 'as the incomplete beta function'],
  ['binomialUpper', (k = 0, n = 0, p = 0) => binomial.upper(k, n, p), 1e-13, 'as the incomplete beta function'],
  ['hypergeometricUpper', (k = 0, m = 0, u = 0, d = 0) => hypergeometric.upper(k, m, u, d), 1e-12, 'a sum of masses'],
];

describe('special functions and tails agree with 50 digits', () => {
  test.each(functions)('%s', (name, compute, tolerance) => {
    const rows = golden[name];
    if (typeof rows === 'string') throw new Error('not a table');
    for (const row of rows) {
      const want = row.at(-1) ?? 0;
      const got = compute(...row.slice(0, -1));
      expect(relative(got, want), `${name}(${row.slice(0, -1).join(', ')}) = ${got}, not ${want}`).toBeLessThan(
        tolerance,
      );
    }
  });
});

describe('identities', () => {
  test('the two tails sum to 1', () => {
    for (const [a, x] of [
      [0.5, 0.3],
      [3, 5],
      [120, 118],
      [2000, 2100],
    ] as const) {
      expect(gammaP(a, x) + gammaQ(a, x)).toBeCloseTo(1, 14);
      expect(betaI(0.3, a, x) + betaIUpper(0.3, a, x)).toBeCloseTo(1, 14);
    }
  });

  test('χ² with two degrees of freedom is the exponential distribution', () => {
    for (const x of [0.01, 1, 40, 600]) expect(relative(chiSquare.upper(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-13);
  });

  test('the ends are 0 and 1', () => {
    expect([gammaP(2, 0), gammaQ(2, 0), gammaP(2, Infinity), betaI(0, 2, 3), betaI(1, 2, 3)]).toEqual([0, 1, 1, 0, 1]);
    expect([normal.upper(50), normal.cdf(50), normal.cdf(-50)]).toEqual([0, 1, 0]);
  });
});

describe('arguments outside the domain are refused', () => {
  test.each([
    ['logGamma(0)', () => logGamma(0)],
    ['logGamma(NaN)', () => logGamma(Number.NaN)],
    ['logGamma(Infinity)', () => logGamma(Infinity)],
    ['normal.cdf(NaN)', () => normal.cdf(Number.NaN)],
    ['studentT.upper(NaN, 3)', () => studentT.upper(Number.NaN, 3)],
    ['fDistribution.upper(NaN, 3, 3)', () => fDistribution.upper(Number.NaN, 3, 3)],
    ['gamma.cdf(1, 1, 0)', () => gamma.cdf(1, 1, 0)],
    ['gammaP(-1, 1)', () => gammaP(-1, 1)],
    ['betaI(1.5, 1, 1)', () => betaI(1.5, 1, 1)],
    ['digamma(-2)', () => digamma(-2)],
    ['normal.quantile(1.2)', () => normal.quantile(1.2)],
    ['studentT.cdf(1, 0)', () => studentT.cdf(1, 0)],
    ['chiSquare.upper(1, 0)', () => chiSquare.upper(1, 0)],
    ['binomial.mass(1, 2.5, 0.5)', () => binomial.mass(1, 2.5, 0.5)],
    ['hypergeometric.mass(1, 2, 2, 5)', () => hypergeometric.mass(1, 2, 2, 5)],
  ])('%s', (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
