import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beta,
  binomial,
  chiSquare,
  fDistribution,
  gamma,
  hypergeometric,
  normal,
  poissonBinomial,
  studentT,
} from './index.ts';

/** Published quantiles: NIST/SEMATECH e-Handbook, 1.3.6.7 (normal, t, F, χ²), to the digits printed there. */
describe('quantiles of the NIST/SEMATECH tables', () => {
  test.each([
    ['t, 1 df, 0.975', studentT.quantile(0.975, 1), 12.706],
    ['t, 10 df, 0.95', studentT.quantile(0.95, 10), 1.812],
    ['t, 30 df, 0.999', studentT.quantile(0.999, 30), 3.385],
    ['t, 100 df, 0.995', studentT.quantile(0.995, 100), 2.626],
    ['χ², 1 df, 0.95', chiSquare.quantile(0.95, 1), 3.841],
    ['χ², 10 df, 0.99', chiSquare.quantile(0.99, 10), 23.209],
    ['χ², 100 df, 0.999', chiSquare.quantile(0.999, 100), 149.449],
    ['χ², 5 df, 0.01', chiSquare.quantile(0.01, 5), 0.554],
    ['F, 1 and 1 df, 0.95', fDistribution.quantile(0.95, 1, 1), 161.448],
    ['F, 5 and 10 df, 0.95', fDistribution.quantile(0.95, 5, 10), 3.326],
    ['F, 10 and 20 df, 0.99', fDistribution.quantile(0.99, 10, 20), 3.368],
    ['normal, 0.975', normal.quantile(0.975), 1.96],
  ])('%s', (_, got, want) => {
    // Half a unit of the last digit printed.
    expect(Math.abs(got - want)).toBeLessThanOrEqual(5.01e-4 + (want === 1.96 ? 5e-3 : 0));
  });

  test('the normal tail of Abramowitz & Stegun, table 26.2: −log10 Q(10) = 23.11805', () => {
    expect(-Math.log10(normal.upper(10))).toBeCloseTo(23.11805, 5);
  });
});

const probability = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true });
const shape = fc.double({ min: 0.05, max: 2000, noNaN: true });

/** A quantile is as exact as p: its rounding, 1e-16 of the nearer tail, comes back with the density. */
function returns(p: number, cdf: number, upper: number): void {
  if (p <= 0.5) expect(Math.abs(cdf / p - 1)).toBeLessThan(1e-9);
  else expect(Math.abs(upper / (1 - p) - 1)).toBeLessThan(1e-9);
}

describe('the quantile undoes the distribution', () => {
  test('normal', () => {
    fc.assert(
      fc.property(probability, (p) => returns(p, normal.cdf(normal.quantile(p)), normal.upper(normal.quantile(p)))),
    );
  });
  test('gamma and χ²', () => {
    fc.assert(
      fc.property(probability, shape, (p, a) => {
        const x = gamma.quantile(p, a, 3);
        // Below the smallest number there is nothing to return to.
        fc.pre(x > 1e-300);
        returns(p, gamma.cdf(x, a, 3), gamma.upper(x, a, 3));
        const y = chiSquare.quantile(p, 2 * a);
        returns(p, chiSquare.cdf(y, 2 * a), chiSquare.upper(y, 2 * a));
      }),
    );
  });
  test('beta', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const x = beta.quantile(p, a, b);
        // Near 1 the numbers lie 1e-16 apart: there x cannot be told finely enough.
        fc.pre(x > 1e-300 && x < 1 - 1e-5);
        returns(p, beta.cdf(x, a, b), beta.upper(x, a, b));
      }),
    );
  });
  test("Student's t and F", () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 0.5, max: 5000, noNaN: true }), shape, (p, df, other) => {
        const t = studentT.quantile(p, df);
        returns(p, studentT.cdf(t, df), studentT.upper(t, df));
        const f = fDistribution.quantile(p, df, other + 0.5);
        fc.pre(f > 1e-290 && f < 1e290);
        returns(p, fDistribution.cdf(f, df, other + 0.5), fDistribution.upper(f, df, other + 0.5));
      }),
    );
  });
  test('at 0 and 1 it is the end of the range', () => {
    expect([
      chiSquare.quantile(0, 3),
      chiSquare.quantile(1, 3),
      beta.quantile(0, 1, 2),
      beta.quantile(1, 1, 2),
    ]).toEqual([0, Infinity, 0, 1]);
    expect([studentT.quantile(0, 3), studentT.quantile(1, 3), studentT.quantile(0.5, 3)]).toEqual([
      -Infinity,
      Infinity,
      0,
    ]);
  });
  test('Student’s t with infinite degrees of freedom is the normal distribution', () => {
    expect(studentT.quantile(0.9, Infinity)).toBe(normal.quantile(0.9));
    expect(studentT.cdf(-1.3, Infinity)).toBe(normal.cdf(-1.3));
  });
});

describe('discrete distributions', () => {
  test('binomial masses sum to the tails', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        (n, p, at) => {
          const k = at % (n + 1);
          let below = 0;
          for (let j = 0; j <= k; j += 1) below += binomial.mass(j, n, p);
          expect(binomial.cdf(k, n, p)).toBeCloseTo(below, 12);
          expect(binomial.upper(k, n, p)).toBeCloseTo(1 - below + binomial.mass(k, n, p), 12);
        },
      ),
    );
  });
  test('hypergeometric masses sum to the tails, and to 1', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(80), fc.nat(80), (marked, unmarked, wanted, at) => {
        const drawn = Math.min(wanted, marked + unmarked);
        let [below, all] = [0, 0];
        for (let j = 0; j <= drawn; j += 1) {
          all += hypergeometric.mass(j, marked, unmarked, drawn);
          if (j <= at) below = all;
        }
        expect(all).toBeCloseTo(1, 12);
        expect(hypergeometric.cdf(at, marked, unmarked, drawn)).toBeCloseTo(below, 12);
        const upper = 1 - below + hypergeometric.mass(at, marked, unmarked, drawn);
        expect(hypergeometric.upper(at, marked, unmarked, drawn)).toBeCloseTo(upper, 12);
      }),
    );
  });
  test('equal trials make the Poisson-binomial distribution binomial', () => {
    const mass = poissonBinomial(new Array(40).fill(0.3));
    mass.forEach((m, k) => {
      expect(Math.abs(m / binomial.mass(k, 40, 0.3) - 1)).toBeLessThan(1e-13);
    });
  });
  test('certain trials shift the Poisson-binomial distribution', () => {
    expect([...poissonBinomial([1, 0, 1, 0.25])]).toEqual([0, 0, 0.75, 0.25, 0]);
    expect([...poissonBinomial([])]).toEqual([1]);
    expect(() => poissonBinomial([0.5, 1.5])).toThrow('number 2');
  });
});
