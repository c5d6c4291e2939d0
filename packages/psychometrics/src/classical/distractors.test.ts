import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawResponses } from '../data/index.ts';
import { Random } from '../numeric/random.ts';
import { raw } from '../testing/reference-data.ts';
import { distractors } from './distractors.ts';
import { scoreGroups } from './score-groups.ts';

/** Candidates by a simple law: the abler, the likelier each of the options A is. */
function exam(n: number, items: number, seed = 1): RawResponses {
  const random = new Random(seed);
  return {
    persons: Array.from({ length: n }, (_, person) => `${person + 1}`),
    items: Array.from({ length: items }, (_, item) => `i${item + 1}`),
    responses: Array.from({ length: n }, () => {
      const ability = random.normal();
      return Array.from({ length: items }, () =>
        random.uniform() < 1 / (1 + Math.exp(-1.5 * ability)) ? 'A' : (['B', 'C', 'D'][random.integer(3)] ?? 'B'),
      );
    }),
  };
}

const allA = (data: RawResponses, wrong: Readonly<Record<string, string>> = {}) =>
  new Map(data.items.map((id) => [id, [wrong[id] ?? 'A']]));

describe('a distractor', () => {
  it('that correlates better than the key marks the item as possibly miskeyed', () => {
    const data = exam(400, 20);
    const { items } = distractors(data, allA(data, { i7: 'C' }));
    expect(items.filter(({ flags }) => flags.includes('possible-miskey')).map(({ id }) => id)).toEqual(['i7']);
    expect(items[6]?.better).toContain('A');
  });

  it('that fewer than 5 % chose is unused, also when nobody chose it', () => {
    const data = exam(300, 20);
    const responses = data.responses.map((row) =>
      row.map((option, item) => (item === 2 && option === 'D' ? 'B' : option)),
    );
    const { items } = distractors({ ...data, responses }, allA(data));
    expect(items[2]?.unused).toEqual(['D']);
    expect(items[2]?.options.map(({ option, count }) => [option, count > 0])).toEqual([
      ['A', true],
      ['B', true],
      ['C', true],
      ['D', false],
    ]);
    expect(items[1]?.flags).toEqual([]);
  });
});

describe('the options of an item', () => {
  const data = raw('sat12_raw.csv');
  const { items, groups, n } = distractors(data, new Map(data.items.map((id) => [id, ['1']])));

  it('with those who chose none add up to all candidates, in all and in every score group', () => {
    for (const { options, none } of items) {
      expect(options.reduce((sum, { count }) => sum + count, none.count)).toBe(n);
      groups.forEach((group, at) => {
        expect(options.reduce((sum, { groupCounts }) => sum + (groupCounts[at] ?? 0), none.groupCounts[at] ?? 0)).toBe(
          group.n,
        );
      });
    }
  });

  it('several keys of one item are all right', () => {
    const two = distractors(
      exam(100, 3),
      new Map([
        ['i1', ['A', 'B']],
        ['i2', ['A']],
        ['i3', ['A']],
      ]),
    );
    expect(two.items[0]?.options.map(({ keyed }) => keyed)).toEqual([true, true, false, false]);
    expect(two.items[0]?.chance).toBe(0.5);
  });

  it('an item without a key is refused by name', () => {
    expect(() => distractors(exam(10, 2), new Map([['i1', ['A']]]))).toThrow(/no key for i2/);
  });
});

describe('score groups', () => {
  it('keep equal totals together, in order, and hold every candidate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 2, max: 7 }),
        (totals, wanted) => {
          const { groupOf, groups } = scoreGroups(Float64Array.from(totals), wanted);
          expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(totals.length);
          expect(groups.length).toBeLessThanOrEqual(wanted);
          totals.forEach((total, person) => {
            const group = groups[groupOf[person] ?? 0];
            expect(group !== undefined && group.lowest <= total && total <= group.highest).toBe(true);
          });
          groups.slice(1).forEach(({ lowest }, at) => {
            expect(lowest).toBeGreaterThan(groups[at]?.highest ?? Infinity);
          });
        },
      ),
    );
  });

  it('of different totals are of equal size', () => {
    const { groups } = scoreGroups(
      Float64Array.from({ length: 100 }, (_, person) => person),
      5,
    );
    expect(groups.map(({ n }) => n)).toEqual([20, 20, 20, 20, 20]);
  });

  it('of one total are one group', () => {
    expect(scoreGroups(new Float64Array(9).fill(3), 5).groups).toEqual([{ n: 9, lowest: 3, highest: 3 }]);
  });
});
