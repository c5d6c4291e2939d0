import { describe, expect, it } from 'vitest';
import { dichotomousItem } from '../irt/items/item.ts';
import { Random } from '../numeric/random.ts';
import { chainConversions, readConversion } from './conversion-chain.ts';
import { equateGroups } from './equate.ts';
import { binomialScaledScoreErrors, irtScaledScoreErrors } from './scaled-score-errors.ts';
import { scaleScores } from './scaled-scores.ts';
import { freemanTukeyArcsine, scoreScale } from './score-scale.ts';
import { actX, actY } from './testing/kolen-brennan.ts';

const raw = (highest: number) => Array.from({ length: highest + 1 }, (_, x) => ({ x, y: x }));
const momentsUnder = (counts: Float64Array, at: (score: number) => number) => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, x) => sum + count * at(x), 0) / n;
  return { mean, sd: Math.sqrt(counts.reduce((sum, count, x) => sum + count * (at(x) - mean) ** 2, 0) / n) };
};

describe('a score scale', () => {
  it.each(['linear', 'arcsine'] as const)(
    '%s has the wanted mean and standard deviation in the reference group',
    (kind) => {
      const { at, n } = scoreScale({ kind, mean: 150, sd: 10, reference: actX });
      const { mean, sd } = momentsUnder(actX.counts, at);
      expect(mean).toBeCloseTo(150, 9);
      expect(sd).toBeCloseTo(10, 9);
      expect(n).toBe(4329);
    },
  );

  it('normalized has the mean and nearly the deviation wanted, and is symmetric for symmetric scores', () => {
    const { at } = scoreScale({ kind: 'normalized', mean: 50, sd: 10, reference: actX });
    const { mean, sd } = momentsUnder(actX.counts, at);
    // Discrete scores are midpoints of their ranks: mean and deviation come near, not exactly.
    expect(Math.abs(mean - 50)).toBeLessThan(0.1);
    expect(Math.abs(sd - 10)).toBeLessThan(0.15);
    const even = { low: 0, high: 4, counts: Float64Array.of(1, 4, 6, 4, 1) };
    const scale = scoreScale({ kind: 'normalized', mean: 0, sd: 1, reference: even });
    expect(scale.at(2)).toBeCloseTo(0, 12);
    expect(scale.at(1)).toBeCloseTo(-scale.at(3), 12);
  });

  it('through the cut and the highest score gives both what they shall have', () => {
    const { at } = scoreScale({
      kind: 'points',
      points: [
        { raw: 62, scaled: 70 },
        { raw: 100, scaled: 100 },
      ],
    });
    expect(at(62)).toBe(70);
    expect(at(100)).toBe(100);
    expect(() =>
      scoreScale({
        kind: 'points',
        points: [
          { raw: 5, scaled: 9 },
          { raw: 5, scaled: 70 },
        ],
      }),
    ).toThrow(/rising/);
  });

  it('the arcsine of Freeman & Tukey makes binomial errors alike over the scale (Kolen 1988)', () => {
    const items = 60;
    const reference = { low: 0, high: items, counts: new Float64Array(items + 1).fill(10) };
    const { at } = scoreScale({ kind: 'arcsine', mean: 100, sem: 3, reference });
    const table = raw(items).map(({ x }) => ({ x, y: at(x) }));
    const errors = binomialScaledScoreErrors(table, [0.2, 0.35, 0.5, 0.65, 0.8]).map(({ sem }) => sem);
    // The variance is that of the transformation to the order 1 / K².
    for (const sem of errors) expect(Math.abs(sem - 3)).toBeLessThan(0.06);
    const plain = binomialScaledScoreErrors(raw(items), [0.1, 0.5]).map(({ sem }) => sem);
    expect((plain[1] ?? 0) / (plain[0] ?? 1)).toBeCloseTo(0.5 / 0.3, 9);
    expect(freemanTukeyArcsine(0, 10)).toBeCloseTo(0.5 * Math.asin(Math.sqrt(1 / 11)), 12);
  });

  it('refuses a reference group without variance', () => {
    const reference = { low: 0, high: 4, counts: Float64Array.of(0, 0, 9, 0, 0) };
    expect(() => scoreScale({ kind: 'linear', mean: 50, sd: 10, reference })).toThrow(/do not vary/);
  });
});

describe('scaled scores', () => {
  it('are rounded with halves up, then truncated, and say which raw scores they merge and skip', () => {
    const scale = scoreScale({
      kind: 'points',
      points: [
        { raw: 0, scaled: 10 },
        { raw: 10, scaled: 35 },
      ],
    });
    const { table, gaps, merged, truncated } = scaleScores(raw(10), scale, { low: 15, high: 30 });
    expect(table.map(({ y }) => y)).toEqual([15, 15, 15, 18, 20, 23, 25, 28, 30, 30, 30]);
    expect(truncated).toEqual({ low: 2, high: 2 });
    expect(merged).toEqual([
      { y: 15, x: [0, 1, 2] },
      { y: 30, x: [8, 9, 10] },
    ]);
    expect(gaps[0]).toEqual({ from: 15, to: 18, x: 3 });
  });

  it('may be multiples of a unit, or not rounded', () => {
    const scale = scoreScale({
      kind: 'points',
      points: [
        { raw: 0, scaled: 200 },
        { raw: 30, scaled: 800 },
      ],
    });
    expect(scaleScores(raw(3), scale, { unit: 50 }).table.map(({ y }) => y)).toEqual([200, 200, 250, 250]);
    expect(scaleScores(raw(1), scale, { unit: 0 }).table[1]?.y).toBeCloseTo(220, 12);
    expect(() => scaleScores([], scale)).toThrow(RangeError);
    expect(() => scaleScores(raw(3), scale, { low: 5, high: 5 })).toThrow(RangeError);
  });

  it('of a new form go through its equating', () => {
    const { table } = equateGroups(actX, actY, { method: 'linear' });
    const scale = scoreScale({ kind: 'linear', mean: 20, sd: 5, reference: actY });
    const scaled = scaleScores(table, scale, { unit: 0 });
    // Linear equating gives X the moments of Y, in the group of X; its sd there divides by n, not n − 1.
    const { mean, sd } = momentsUnder(actX.counts, (x) => scaled.table[x]?.y ?? 0);
    expect(mean).toBeCloseTo(20, 9);
    expect(sd).toBeCloseTo(5, 3);
  });
});

describe('errors of measurement of scaled scores', () => {
  it('agree with simulated answers', () => {
    const items = Array.from({ length: 12 }, (_, at) =>
      dichotomousItem({ id: `${at}`, discrimination: 1.1, difficulty: at / 4 - 1.5 }),
    );
    const table = raw(12).map(({ x }) => ({ x, y: Math.round(100 + 2.4 * x + (x * x) / 10) }));
    const [found] = irtScaledScoreErrors(table, items, [0.4]);
    const random = new Random(17);
    let [sum, square] = [0, 0];
    const draws = 40_000;
    for (let draw = 0; draw < draws; draw += 1) {
      let score = 0;
      for (const { discrimination, intercept } of items) {
        if (random.uniform() < 1 / (1 + Math.exp(-(discrimination * 0.4 + intercept)))) score += 1;
      }
      const y = table[score]?.y ?? 0;
      sum += y;
      square += y * y;
    }
    const mean = sum / draws;
    // Four standard errors of the simulation.
    expect(Math.abs((found?.trueScaled ?? 0) - mean)).toBeLessThan((4 * (found?.sem ?? 0)) / Math.sqrt(draws));
    expect(Math.abs((found?.sem ?? 0) / Math.sqrt(square / draws - mean * mean) - 1)).toBeLessThan(
      4 / Math.sqrt(2 * draws),
    );
  });

  it('of unscaled raw scores are Lord’s binomial √(K p (1 − p))', () => {
    for (const { at, sem, trueRaw } of binomialScaledScoreErrors(raw(25))) {
      expect(sem).toBeCloseTo(Math.sqrt(25 * at * (1 - at)), 9);
      expect(trueRaw).toBeCloseTo(25 * at, 9);
    }
    expect(() =>
      binomialScaledScoreErrors([
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ]),
    ).toThrow(/one per raw score from 0/);
  });
});

describe('a chain of conversions', () => {
  const double = raw(5).map(({ x }) => ({ x, y: 2 * x, se: 0.1 }));
  const shift = raw(10).map(({ x }) => ({ x, y: x + 0.5, se: 0.2 }));

  it('applies one table after the other and adds their variances, the first by the slope of the second', () => {
    const { table } = chainConversions([double, shift]);
    expect(table.map(({ y }) => y)).toEqual([0.5, 2.5, 4.5, 6.5, 8.5, 10.5]);
    expect(table[2]?.se).toBeCloseTo(Math.hypot(0.1, 0.2), 12);
    expect(chainConversions([shift.slice(0, 5), double]).table[1]?.se).toBeCloseTo(Math.hypot(2 * 0.2, 0.1), 12);
    expect(chainConversions([double, raw(10)]).table[0]?.se).toBeNull();
  });

  it('says where it leaves a table, and refuses rows out of order', () => {
    expect(readConversion(double, 1.25)).toMatchObject({ y: 2.5, slope: 2, outside: false });
    expect(chainConversions([shift, double]).notices.join()).toMatch(/scores 5, 6, 7, 8, 9, 10 lead outside/);
    expect(() => chainConversions([[...shift].reverse(), double])).toThrow(/sort it by x/);
    expect(() => chainConversions([])).toThrow(RangeError);
  });
});
