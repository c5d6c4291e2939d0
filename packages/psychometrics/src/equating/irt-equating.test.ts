import { describe, expect, it } from 'vitest';
import { dichotomousItem, type Item, itemFromThresholds } from '../irt/items/item.ts';
import { expectedScore } from '../irt/items/response-function.ts';
import { transformItem } from '../linking/transform.ts';
import { goldenJson } from '../testing/golden.ts';
import { kb04Form } from '../testing/reference-data.ts';
import { irtObservedScoreEquating, irtTrueScoreEquating, modelDistribution } from './irt-equating.ts';

interface Row {
  readonly theta: number | null;
  readonly group2: number;
  readonly group1: number;
}
type Tables = Readonly<Record<'TSE' | 'OSE', readonly Row[]>>;
const expected: Readonly<Record<string, Tables>> = goldenJson('kb04_irt_linking_expected.json');

describe.each([
  ['IRT_equating_MS', 1.168892, -0.515543],
  ['IRT_equating_SL', 1.101547, -0.476496],
])('%s of plink 1.5-1', (name, slope, intercept) => {
  const x = kb04Form('X').map((item) => transformItem(item, { slope, intercept }));
  const y = kb04Form('Y');

  it('true-score equating agrees, the scores below the sum of guessing by Kolen’s line', () => {
    // The reference prints six decimals; its group 2 is form Y, its group 1 form X.
    const { table } = irtTrueScoreEquating(y, x);
    for (const row of expected[name]?.TSE ?? []) {
      expect(Math.abs((table[row.group2]?.y ?? 99) - row.group1)).toBeLessThan(1e-6);
      if (row.theta !== null && row.theta < 40) expect(table[row.group2]?.theta).toBeCloseTo(row.theta, 5);
    }
  });

  it('observed-score equating agrees for a normal population at its 40 points', () => {
    const population = { nodes: 40, range: [-4, 4] as const };
    const { table } = irtObservedScoreEquating(y, x, { x: population });
    for (const row of expected[name]?.OSE ?? []) {
      // The reference sets a score of 0 to 0 instead of equating it; the rest is printed to ten digits.
      if (row.group2 > 0) expect(Math.abs((table[row.group2]?.y ?? 99) - row.group1)).toBeLessThan(1e-6);
    }
  });
});

describe('IRT equating', () => {
  const mixed: readonly Item[] = [
    dichotomousItem({ id: 'a', discrimination: 1.2, difficulty: 0, guessing: 0.2, upper: 0.97 }),
    itemFromThresholds({ id: 'b', model: 'grm', discrimination: 1.5, thresholds: [-1, 0.2, 1.1] }),
    itemFromThresholds({ id: 'c', model: 'gpcm', discrimination: 0.8, thresholds: [-0.5, 0.7] }),
  ];

  it('of a form to itself changes nothing, with models mixed', () => {
    for (const equate of [irtTrueScoreEquating, irtObservedScoreEquating]) {
      for (const row of equate(mixed, mixed).table) expect(row.y).toBeCloseTo(row.x, 8);
    }
  });

  it('gives the ability whose true score the score is', () => {
    const { table } = irtTrueScoreEquating(mixed, mixed.slice(1));
    for (const { x, y, theta } of table) {
      if (theta === null) continue;
      expect(mixed.reduce((sum, item) => sum + expectedScore(item, theta), 0)).toBeCloseTo(x, 9);
      expect(mixed.slice(1).reduce((sum, item) => sum + expectedScore(item, theta), 0)).toBeCloseTo(y, 9);
    }
    expect(table[0]).toMatchObject({ x: 0, y: 0, theta: null });
    expect(table.at(-1)).toMatchObject({ x: 6, y: 5, theta: null });
  });

  it('the model’s distribution has the mean that the expected scores have', () => {
    const { counts } = modelDistribution(mixed, { mean: 0.3, variance: 1.4 });
    const mean = counts.reduce((sum, share, score) => sum + share * score, 0);
    // Expected scores over the same population by the trapezoid rule, 10,000 points.
    let direct = 0;
    let weights = 0;
    for (let at = -5000; at <= 5000; at += 1) {
      const z = at / 500;
      const weight = Math.exp((-z * z) / 2);
      weights += weight;
      direct += weight * mixed.reduce((sum, item) => sum + expectedScore(item, 0.3 + Math.sqrt(1.4) * z), 0);
    }
    expect(mean).toBeCloseTo(direct / weights, 7);
    expect(counts.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('judges the calibrations by the most demanding model, when their size is known', () => {
    const found = irtTrueScoreEquating(mixed, mixed, { candidates: 900 });
    expect(found.sample).toMatchObject({ use: 'four-parameter', verdict: 'too-few' });
    expect(irtObservedScoreEquating(mixed, mixed).sample).toBeNull();
  });

  it('refuses a form without items, and true scores that fall with ability', () => {
    expect(() => irtTrueScoreEquating([], mixed)).toThrow(/form X has no items/);
    const falling = dichotomousItem({ id: 'bad', discrimination: -0.5, difficulty: 0 });
    expect(() => irtTrueScoreEquating(mixed, [falling])).toThrow(/item bad of form Y/);
    expect(() => irtObservedScoreEquating(mixed, mixed, { weight: 2 })).toThrow(/0 to 1/);
  });
});
