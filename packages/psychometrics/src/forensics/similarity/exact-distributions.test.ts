import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial } from '../../numeric/distributions/binomial.ts';
import { poissonBinomialUpper, refinedNormalUpper } from './gbt.ts';
import { m4 } from './m4.ts';

const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('the Poisson binomial tail', () => {
  it('is the sum over all outcomes (brute force)', () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 9 }), fc.nat(9), (p, x) => {
        let sum = 0;
        for (let outcome = 0; outcome < 2 ** p.length; outcome += 1) {
          let mass = 1;
          let successes = 0;
          p.forEach((value, bit) => {
            const hit = (outcome >> bit) & 1;
            successes += hit;
            mass *= hit === 1 ? value : 1 - value;
          });
          if (successes >= x) sum += mass;
        }
        // 512 terms, each to a few units of the last place.
        expect(poissonBinomialUpper(Float64Array.from(p), x)).toBeCloseTo(sum, 12);
      }),
    );
  });

  it('is the binomial tail where all probabilities are equal, far out too', () => {
    const found = poissonBinomialUpper(new Float64Array(170).fill(0.4), 150);
    // Relative 1e-11: 170 multiplications on one side, the incomplete beta function on the other.
    expect(Math.abs(found / binomial.upper(150, 170, 0.4) - 1)).toBeLessThan(1e-11);
    expect(found).toBeLessThan(1e-30);
  });

  it('is approximated to 0.002 by the refined normal, which chooses the pairs', () => {
    const p = Float64Array.from({ length: 120 }, (_, item) => 0.2 + (0.6 * ((item * 37) % 120)) / 120);
    const mean = p.reduce((sum, value) => sum + value, 0);
    const variance = p.reduce((sum, value) => sum + value * (1 - value), 0);
    const third = p.reduce((sum, value) => sum + value * (1 - value) * (1 - 2 * value), 0);
    for (let x = 40; x <= 85; x += 1) {
      expect(Math.abs(refinedNormalUpper(x, mean, variance, third) - poissonBinomialUpper(p, x))).toBeLessThan(0.002);
    }
  });
});

describe('M4', () => {
  it('sums the masses whose joint tail is no larger than the observed (brute force)', () => {
    const items = fc.array(fc.tuple(probability, fc.double({ min: 0.05, max: 0.95, noNaN: true })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(items, fc.nat(6), fc.nat(6), (given, x, y) => {
        const n = given.length;
        const correct = x % (n + 1);
        const incorrect = y % (n + 1 - correct);
        const right = Float64Array.from(given, ([agree, share]) => agree * share);
        const wrong = Float64Array.from(given, ([agree, share]) => agree * (1 - share));
        const mass = new Map<string, number>();
        for (let outcome = 0; outcome < 3 ** n; outcome += 1) {
          let rest = outcome;
          let p = 1;
          const counts = [0, 0, 0];
          for (let item = 0; item < n; item += 1) {
            const kind = rest % 3;
            rest = (rest - kind) / 3;
            counts[kind] = (counts[kind] ?? 0) + 1;
            const [r = 0, w = 0] = [right[item], wrong[item]];
            p *= kind === 0 ? 1 - r - w : kind === 1 ? r : w;
          }
          const name = `${counts[1]},${counts[2]}`;
          mass.set(name, (mass.get(name) ?? 0) + p);
        }
        const tail = (c: number, w: number): number => {
          let sum = 0;
          for (const [name, p] of mass) {
            const [a = 0, b = 0] = name.split(',').map(Number);
            if (a >= c && b >= w) sum += p;
          }
          return sum;
        };
        const observed = tail(correct, incorrect);
        let expected = 0;
        for (const [name, p] of mass) {
          const [a = 0, b = 0] = name.split(',').map(Number);
          if (tail(a, b) <= observed * (1 + 1e-10)) expected += p;
        }
        expect(m4({ correct: right, incorrect: wrong }, correct, incorrect)).toBeCloseTo(expected, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('holds its level under independence: p ≤ α at most as often as α', () => {
    // Exact: the mass of all outcomes with p ≤ α, over the joint distribution of independent answers.
    const right = Float64Array.from({ length: 12 }, (_, item) => 0.3 + 0.03 * item);
    const wrong = Float64Array.from({ length: 12 }, (_, item) => 0.2 - 0.01 * item);
    let masses = new Map([['0,0', 1]]);
    right.forEach((r, item) => {
      const next = new Map<string, number>();
      const add = (c: number, w: number, p: number): void =>
        void next.set(`${c},${w}`, (next.get(`${c},${w}`) ?? 0) + p);
      for (const [name, p] of masses) {
        const [c = 0, w = 0] = name.split(',').map(Number);
        const s = wrong[item] ?? 0;
        add(c, w, p * (1 - r - s));
        add(c + 1, w, p * r);
        add(c, w + 1, p * s);
      }
      masses = next;
    });
    for (const alpha of [0.01, 0.05, 0.1]) {
      let level = 0;
      for (const [name, p] of masses) {
        const [c = 0, w = 0] = name.split(',').map(Number);
        if (m4({ correct: right, incorrect: wrong }, c, w) <= alpha) level += p;
      }
      expect(level).toBeLessThanOrEqual(alpha + 1e-12);
    }
  });
});
