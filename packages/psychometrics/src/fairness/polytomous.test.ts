import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../numeric/random.ts';
import { liuAgresti } from './liu-agresti.ts';
import { mantel } from './mantel.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { standardization } from './standardization.ts';
import type { CategoryStratum, TwoByTwo } from './strata.ts';

const stratum = (reference: readonly number[], focal: readonly number[], score = 0): CategoryStratum => ({
  score,
  reference: Float64Array.from(reference),
  focal: Float64Array.from(focal),
});

const asTable = ({ score, reference, focal }: CategoryStratum): TwoByTwo => ({
  score,
  referenceRight: reference[1] ?? 0,
  referenceWrong: reference[0] ?? 0,
  focalRight: focal[1] ?? 0,
  focalWrong: focal[0] ?? 0,
});

const count = fc.nat(8);
const dichotomous = fc.array(
  fc.tuple(count, count, count, count).map(([a, b, c, d]) => stratum([a, b], [c, d])),
  { minLength: 1, maxLength: 6 },
);

describe('of two categories', () => {
  it('Mantel is Mantel-Haenszel without correction, Liu-Agresti its odds ratio, the SMD is STD P-DIF', () => {
    fc.assert(
      fc.property(dichotomous, (strata) => {
        const polytomous = mantel(strata);
        const tables = strata.map(asTable);
        const mh = mantelHaenszel(tables, { correct: false });
        expect(polytomous.statistic ?? -1).toBeCloseTo(mh.statistic ?? -1, 9);
        if (mh.lnAlpha !== null) expect(polytomous.alpha).toBeCloseTo(mh.alpha ?? 0, 9);
        if (polytomous.smd !== null) expect(polytomous.smd).toBeCloseTo(standardization(tables).difference ?? 9, 12);
      }),
    );
  });
});

describe('Mantel', () => {
  it('has the mean and variance of all permutations within a stratum', () => {
    // Five persons with scores 0 0 1 2 2, two of them focal: all ten ways to choose them.
    const scores = [0, 0, 1, 2, 2];
    const sums = scores.flatMap((a, i) => scores.slice(i + 1).map((b) => a + b));
    const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
    const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sums.length;
    // The focal two have 0 and 1.
    const { statistic } = mantel([stratum([1, 0, 2], [1, 1, 0])]);
    expect(statistic).toBeCloseTo((1 - mean) ** 2 / variance, 12);
  });

  it('adds over strata what does not depend on their order, and leaves out strata of one group', () => {
    const [a, b] = [stratum([4, 2, 3], [5, 2, 1]), stratum([1, 2, 6], [2, 2, 2])];
    const alone = stratum([3, 3, 3], [0, 0, 0]);
    expect(mantel([b, alone, a]).statistic).toBeCloseTo(mantel([a, b]).statistic ?? 0, 12);
  });

  it('has no result where everybody answers alike, and says why', () => {
    expect(mantel([stratum([0, 0, 4], [0, 0, 3])])).toMatchObject({ statistic: null, smd: null, class: null });
    expect(mantel([]).reason).toMatch(/both groups/);
  });
});

describe('Liu and Agresti’s odds ratio', () => {
  it('takes the time of the categories that occur, not of all up to the highest', () => {
    const wide = (counts: readonly number[]): Float64Array => {
      const categories = new Float64Array(32_768);
      counts.forEach((count, at) => {
        categories[at * 10_000] = count;
      });
      return categories;
    };
    const [reference, focal] = [
      [3, 4, 1, 5],
      [4, 2, 2, 3],
    ];
    const far = Array.from({ length: 20 }, (_, score) => ({ score, reference: wide(reference), focal: wide(focal) }));
    const near = Array.from({ length: 20 }, (_, score) => stratum(reference, focal, score));
    const started = performance.now();
    const { alpha, seLnAlpha } = liuAgresti(far);
    // All pairs would be 20 · 32,768², more than a minute.
    expect(performance.now() - started).toBeLessThan(2000);
    expect(alpha).toBeCloseTo(liuAgresti(near).alpha ?? 0, 12);
    expect(seLnAlpha).toBeCloseTo(liuAgresti(near).seLnAlpha ?? 0, 12);
  });
});

describe('the standard error of Liu and Agresti’s odds ratio', () => {
  /** Draws strata with the common cumulative odds ratio e, and gives ln α̂ of each draw and its standard error. */
  function simulate(strata: number, size: number, draws: number): { spread: number; se: number; mean: number } {
    const random = new Random(7);
    const logs: number[] = [];
    let squares = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const drawn = Array.from({ length: strata }, (_, level) => {
        const center = strata === 1 ? 0 : -1 + (2 * level) / (strata - 1);
        // Logistic noise and cuts at −1, 0, 1: the shift of 1 is the cumulative log odds ratio.
        const answer = (shift: number): number => {
          const u = random.uniform();
          const x = Math.log(u / (1 - u)) + center + shift;
          return x < -1 ? 0 : x < 0 ? 1 : x < 1 ? 2 : 3;
        };
        const counts = (shift: number): number[] => {
          const own = [0, 0, 0, 0];
          for (let person = 0; person < size; person += 1) {
            const category = answer(shift);
            own[category] = (own[category] ?? 0) + 1;
          }
          return own;
        };
        return stratum(counts(1), counts(0), level);
      });
      const { lnAlpha, seLnAlpha } = liuAgresti(drawn);
      if (lnAlpha === null || seLnAlpha === null) continue;
      logs.push(lnAlpha);
      squares += seLnAlpha ** 2;
    }
    const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
    const spread = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1));
    return { spread, se: Math.sqrt(squares / logs.length), mean };
  }

  // A standard deviation of 1,500 draws is known to 1/√3000 = 1.8 %; four of these are the tolerance. The bias of the
  // estimate itself at these sizes is of the order of 1/persons.
  it.each([
    ['two large strata', 2, 120],
    ['sixty small strata', 60, 4],
  ] as const)('is the spread of the estimate in %s', (_, strata, size) => {
    const { spread, se, mean } = simulate(strata, size, 1500);
    expect(Math.abs(mean - 1)).toBeLessThan(0.03);
    expect(Math.abs(se / spread - 1)).toBeLessThan(0.08);
  });

  it('is close to Robins, Breslow and Greenland’s of a dichotomous item', () => {
    const strata = Array.from({ length: 10 }, (_, k) => stratum([12 - k, 5 + k], [11 - k, 3 + k]));
    const { seLnAlpha } = mantelHaenszel(strata.map(asTable));
    // Both estimate the same variance without bias from other sums; they differ by chance.
    expect((liuAgresti(strata).seLnAlpha ?? 0) / (seLnAlpha ?? 1)).toBeCloseTo(1, 1);
  });
});
