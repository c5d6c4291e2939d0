import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustKnownP } from '../numeric/multiplicity.ts';
import { adverseImpact } from './adverse-impact.ts';
import { breslowDay } from './breslow-day.ts';
import { etsClass } from './dif-class.ts';
import { exactConditional } from './exact.ts';
import { fisherExact } from './fisher.ts';
import { groupOutcomes } from './group-outcomes.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { standardization } from './standardization.ts';
import type { TwoByTwo } from './strata.ts';

const table = (score: number, counts: readonly [number, number, number, number]): TwoByTwo => {
  const [referenceRight, referenceWrong, focalRight, focalWrong] = counts;
  return { score, referenceRight, referenceWrong, focalRight, focalWrong };
};

/**
 * Penicillin in rabbits, Mantel (1963), table 1, as in Agresti (1990) p. 237: cured and died, injection at once or
 * late.
 */
const rabbits = [
  table(1, [0, 6, 0, 5]),
  table(2, [3, 3, 0, 6]),
  table(3, [6, 0, 2, 4]),
  table(4, [5, 1, 6, 0]),
  table(5, [2, 0, 5, 0]),
];
/**
 * Migraine by sex, active treatment and placebo, better and same: SAS/STAT User's Guide, PROC FREQ, example of the CMH
 * test.
 */
const migraine = [table(1, [16, 11, 5, 20]), table(2, [12, 16, 7, 19])];

const strata = fc.array(
  fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6)).map((counts) => table(0, counts)),
  { maxLength: 6 },
);

describe('Mantel-Haenszel', () => {
  it('gives the published numbers of the rabbits (R, help of mantelhaen.test)', () => {
    const { statistic, p, alpha, lnAlpha, seLnAlpha } = mantelHaenszel(rabbits);
    expect(statistic).toBeCloseTo(3.9286, 4);
    expect(p).toBeCloseTo(0.04747, 5);
    expect(alpha).toBeCloseTo(7, 12);
    expect(Math.exp((lnAlpha ?? 0) - 1.959963984540054 * (seLnAlpha ?? 0))).toBeCloseTo(1.026713, 6);
    expect(Math.exp((lnAlpha ?? 0) + 1.959963984540054 * (seLnAlpha ?? 0))).toBeCloseTo(47.725133, 6);
  });

  it('turns its sign around when the groups change places', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const swapped = tables.map(({ score, referenceRight, referenceWrong, focalRight, focalWrong }) =>
          table(score, [focalRight, focalWrong, referenceRight, referenceWrong]),
        );
        const [one, other] = [mantelHaenszel(tables), mantelHaenszel(swapped)];
        expect(other.statistic ?? 0).toBeCloseTo(one.statistic ?? 0, 10);
        if (one.delta !== null) expect(other.delta).toBeCloseTo(-one.delta, 10);
      }),
    );
  });

  it('never gives a number that is none, and says why there is none', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        for (const result of [
          mantelHaenszel(tables),
          exactConditional(tables),
          standardization(tables),
          breslowDay(tables),
        ]) {
          const numbers = Object.values(result).flatMap((value) => (typeof value === 'number' ? [value] : []));
          expect(numbers.every(Number.isFinite)).toBe(true);
          const missing = Object.entries(result).some(([name, value]) => name !== 'reason' && value === null);
          expect(result.reason !== null).toBe(missing);
        }
      }),
    );
  });

  it('refuses counts below zero, naming the stratum', () => {
    expect(() => mantelHaenszel([table(3, [1, 1, -1, 1])])).toThrow(/stratum 1 \(score 3\)/);
  });
});

describe('the exact conditional test', () => {
  it('gives the published numbers of the rabbits (R, help of mantelhaen.test)', () => {
    const { p, alpha } = exactConditional(rabbits);
    expect(p).toBeCloseTo(0.03994, 5);
    // R finds the root to about 1e-4 only.
    expect(alpha).toBeCloseTo(10.36102, 3);
  });

  it('is Fisher’s test in a single stratum: the tea tasting, Fisher (1935), p = 34/70', () => {
    expect(exactConditional([table(0, [3, 1, 1, 3])]).p).toBeCloseTo(34 / 70, 12);
    expect(fisherExact(3, 1, 1, 3)).toBeCloseTo(34 / 70, 12);
  });
});

describe('Breslow-Day', () => {
  it('gives the published numbers of the migraine data (SAS/STAT)', () => {
    const { statistic, p, df } = breslowDay(migraine);
    expect(statistic).toBeCloseTo(1.4929, 4);
    expect(p).toBeCloseTo(0.2218, 4);
    expect(df).toBe(1);
    expect(mantelHaenszel(migraine).alpha).toBeCloseTo(3.3132, 4);
  });

  it('is no greater with Tarone’s correction', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const { statistic, tarone } = breslowDay(tables);
        if (statistic !== null && tarone !== null) expect(tarone).toBeLessThanOrEqual(statistic + 1e-12);
      }),
    );
  });
});

describe('the classes of ETS', () => {
  it.each([
    [0.9, 0.1, true, 'A'],
    [2.5, 0.1, false, 'A'],
    [-1.2, 0.1, true, 'B'],
    [1.6, 0.5, true, 'B'],
    [-1.6, 0.3, true, 'C'],
    [1.4, 0.01, true, 'B'],
  ] as const)('%f with standard error %f (significant: %s) is %s', (delta, se, significant, own) => {
    expect(etsClass(delta, se, significant)).toBe(own);
  });
});

describe('adjusted p values', () => {
  it('are those of R’s p.adjust', () => {
    const ps = [0.03, null, 0.01, 0.05, 0.02, 0.04];
    const close = (values: readonly (number | null)[], wanted: readonly (number | null)[]) =>
      values.forEach((value, at) => {
        const reference = wanted[at] ?? null;
        if (reference === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(reference, 12);
      });
    close(adjustKnownP(ps, 'holm'), [0.09, null, 0.05, 0.09, 0.08, 0.09]);
    close(adjustKnownP(ps, 'bh'), [0.05, null, 0.05, 0.05, 0.05, 0.05]);
    close(adjustKnownP([0.001, 0.2, 0.9], 'bh'), [0.003, 0.3, 0.9]);
  });
});

describe('adverse impact', () => {
  // Questions and answers to the Uniform Guidelines (1979), number 12: 48 of 80 against 12 of 40, 60 % and 30 %.
  const guidelines = [
    { group: 'White', n: 80, passed: 48 },
    { group: 'Black', n: 40, passed: 12 },
  ];

  it('is half in the example of the Uniform Guidelines', () => {
    const { reference, groups } = adverseImpact(guidelines);
    expect(reference).toBe('White');
    expect(groups[1]).toMatchObject({ rate: 0.3, ratio: 0.5, belowFourFifths: true, shortfall: 8 });
    expect(groups[0]).toMatchObject({ rate: 0.6, ratio: null, belowFourFifths: null });
    // z² is the plain χ² of the table, n(ad − bc)² / (margins).
    const chi = (120 * (48 * 28 - 32 * 12) ** 2) / (80 * 40 * 60 * 60);
    expect((groups[1]?.z ?? 0) ** 2).toBeCloseTo(chi, 12);
  });

  it('does not lose exactly four fifths to rounding', () => {
    const groups = adverseImpact([
      { group: 'a', n: 35, passed: 21 },
      { group: 'b', n: 25, passed: 12 },
    ]).groups;
    expect(groups[1]).toMatchObject({ belowFourFifths: false, shortfall: 0 });
  });

  it('says so where nobody of a group passes, is there, or can be compared', () => {
    const nobody = adverseImpact([
      { group: 'a', n: 10, passed: 0 },
      { group: 'b', n: 0, passed: 0 },
    ]);
    expect(nobody.groups.every(({ ratio }) => ratio === null)).toBe(true);
    expect(nobody.notices.join()).toMatch(/Nobody of a passed.*Group b has nobody/);
    expect(() => adverseImpact([{ group: 'a', n: 1, passed: 1 }])).toThrow(/at least two/);
    expect(() => adverseImpact([...guidelines, { group: 'x', n: 3, passed: 4 }])).toThrow(/"x": 4 of 3/);
  });

  it('counts whoever reaches the cut, and standardizes the difference of the means', () => {
    const outcomes = groupOutcomes([1, 2, 3, 4, 5, 9], ['a', 'a', 'a', 'b', 'b', ''], 3);
    expect(outcomes.map(({ group, n, passed }) => [group, n, passed])).toEqual([
      ['a', 3, 1],
      ['b', 2, 2],
    ]);
    const d = adverseImpact(outcomes).groups[0]?.standardizedDifference;
    expect(d).toBeCloseTo(-2.5 / Math.sqrt((2 * 1 + 1 * 0.5) / 3), 12);
  });
});
