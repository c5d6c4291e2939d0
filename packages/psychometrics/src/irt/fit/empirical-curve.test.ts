import { describe, expect, it } from 'vitest';
import { OMITTED, responseMatrix } from '../../data/response-matrix.ts';
import { Random } from '../../numeric/random.ts';
import { dichotomousItem } from '../items/item.ts';
import { expectedScore } from '../items/response-function.ts';
import { empiricalCurves } from './empirical-curve.ts';

const items = [-1, 0, 1, 0.5, -0.5].map((difficulty, at) =>
  dichotomousItem({ id: `i${at + 1}`, discrimination: 1.3, difficulty }),
);

function answers(n: number, truth = items) {
  const random = new Random(11);
  const rows = Array.from({ length: n }, () => {
    const theta = random.normal();
    return truth.map((item) => Number(random.uniform() < expectedScore(item, theta)));
  });
  return responseMatrix(rows, { items: items.map(({ id }) => id) });
}

describe('the observed curve of an item', () => {
  it('follows the model where the model holds, though the test has five items only', () => {
    for (const { item, bins } of empiricalCurves(answers(8000), items)) {
      expect(bins.length).toBeGreaterThanOrEqual(11);
      // Curves bend within a bin, by 0.02 at most; four standard errors beside that are never reached in 60 bins.
      for (const { theta, share, interval } of bins) {
        const se = (interval[1] - interval[0]) / 3.92;
        expect(Math.abs(share - expectedScore(item, theta))).toBeLessThan(0.02 + 4 * se);
      }
    }
  });

  it('leaves the curve where the item is another one', () => {
    const other = items.map((item, at) => (at === 2 ? dichotomousItem({ id: item.id, difficulty: -1.5 }) : item));
    const bins = empiricalCurves(answers(4000, other), items)[2]?.bins ?? [];
    const middle = bins.find(({ theta }) => Math.abs(theta) < 0.3);
    expect(middle?.share).toBeGreaterThan(
      expectedScore(items[2] ?? dichotomousItem({ id: '', difficulty: 0 }), 0) + 0.2,
    );
  });

  it('counts every candidate once who answered the item, apart from those beyond its ends', () => {
    const data = answers(500);
    const values = Int16Array.from(data.values, (value, at) => (at % 5 === 1 && at < 500 ? OMITTED : value));
    const curves = empiricalCurves({ ...data, values }, items);
    const counted = curves.map(({ bins }) => bins.reduce((sum, { n }) => sum + n, 0));
    expect(counted[0]).toBeGreaterThan(485);
    expect(counted[0]).toBeLessThanOrEqual(500);
    expect(counted[1]).toBeLessThanOrEqual(400);
  });

  it('has no bin where nobody answered', () => {
    const none = responseMatrix([items.map(() => OMITTED)], { items: items.map(({ id }) => id) });
    expect(empiricalCurves(none, items).every(({ bins }) => bins.length === 0)).toBe(true);
  });
});
