import { describe, expect, it } from 'vitest';
import { OMITTED, responseMatrix } from '../../data/response-matrix.ts';
import { simulate } from '../../testing/simulate.ts';
import { dichotomousItem, type Item, itemFromThresholds } from '../items/item.ts';
import { lsat6, lsat6TwoPl, science, scienceGraded } from '../scoring/testing/reference.ts';
import { fitJson } from './json.ts';
import { localDependence } from './local-dependence.ts';
import { itemMeanSquares } from './mean-squares.ts';
import { modelFit } from './model-fit.ts';
import { presentFit } from './present.ts';
import { q3 } from './q3.ts';
import { standardizedResiduals } from './residuals.ts';
import { itemFit } from './s-x2.ts';
import { collapse } from './score-groups.ts';

const cells = (...expected: readonly number[]): readonly { readonly observed: number; readonly expected: number }[] =>
  expected.map((value) => ({ observed: Math.ceil(value), expected: value }));

/** Every number that hangs on a result, however deep. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('cells are merged until each expects enough', () => {
  it('of two categories a sparse group goes into the smaller neighbor', () => {
    const merged = collapse([cells(9, 0.4), cells(8, 2), cells(6, 6), cells(0.75, 9), cells(0.125, 3)], 2, 1);
    const expected = merged.map((group) => group.map((cell) => cell.expected));
    expect(expected).toEqual([
      [17, 2.4],
      [6.875, 18],
    ]);
  });

  it('no frequency is lost, and every cell expects the minimum', () => {
    const groups = [cells(0.2, 3, 0.1), cells(2, 4, 0.3), cells(5, 5, 0.9), cells(3, 9, 4), cells(0.1, 4, 6)];
    const merged = collapse(groups, 3, 1).flat();
    const total = (of: typeof merged): number => of.reduce((sum, { expected }) => sum + expected, 0);
    expect(total(merged)).toBeCloseTo(total(groups.flat()), 12);
    expect(Math.min(...merged.map(({ expected }) => expected))).toBeGreaterThanOrEqual(1);
  });

  it('where all together are sparse nothing is left', () => {
    expect(collapse([cells(0.2, 0.1), cells(0.1, 0.3)], 2, 1)).toEqual([]);
    expect(collapse([], 2, 1)).toEqual([]);
  });
});

describe('true models', () => {
  const items = Array.from({ length: 20 }, (_, at) =>
    dichotomousItem({ id: `${at}`, discrimination: 0.8 + (at % 3) * 0.4, difficulty: (at - 10) / 5 }),
  );
  const data = simulate(items, { persons: 3000, seed: 21 });

  it('S-X² rejects as often as it should (20 items, at 5 %: not more than 5, probability 0.0003)', () => {
    const fits = itemFit(data, items, { parameters: {} });
    expect(fits.filter(({ p }) => p !== null && p < 0.05).length).toBeLessThanOrEqual(5);
  });

  it('S-X² finds the item whose curve is another (a guessed item taken for 2PL)', () => {
    const guessed = items.map((item, at) => (at === 15 ? { ...item, model: '3pl' as const, guessing: 0.4 } : item));
    const fits = itemFit(simulate(guessed, { persons: 3000, seed: 22 }), items);
    expect(fits[15]?.p).toBeLessThan(1e-6);
  });

  it('Q3 and X² of pairs flag the pair that hangs together, and it first', () => {
    const values = data.values.slice();
    for (let row = 0; row < 1500; row += 1) values[row * 20 + 7] = values[row * 20 + 6] ?? 0;
    const changed = { ...data, values };
    const report = modelFit(changed, items);
    expect(report.q3.flagged[0]).toMatchObject({ a: '6', b: '7' });
    expect(report.pairs.find(({ a, b }) => a === '6' && b === '7')?.flag).toBe('clear');
    expect(localDependence(data, items).filter(({ flag }) => flag === 'clear')).toEqual([]);
  });
});

describe('the whole report', () => {
  it('has the fixed names in JSON', () => {
    const json = fitJson(modelFit(lsat6, lsat6TwoPl));
    expect(json).toMatchObject({
      n: 1000,
      m2: { statistic: expect.closeTo(4.738384, 5), df: 5, p: expect.any(Number), rmsea: 0 },
    });
    expect(json.items[0]).toMatchObject({
      id: 'Item_1',
      sx2: { statistic: expect.closeTo(0.450376, 5), df: 2, p: expect.any(Number) },
      infit: expect.any(Number),
      outfit: expect.any(Number),
    });
    expect(Object.keys(json.persons[0] ?? {})).toEqual(expect.arrayContaining(['id', 'lz', 'lzStar']));
    expect(json.q3.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('is written out for people', () => {
    const { facts, sections, notices } = presentFit(modelFit(science, scienceGraded));
    expect(facts[0]).toEqual({ label: 'M2', value: '19.18', note: 'df 2' });
    expect(sections.map(({ heading }) => heading)).toEqual([
      'The items that fit worst',
      'Items',
      'Pairs of items',
      'Candidates',
    ]);
    expect(sections[0]?.figures).toHaveLength(4);
    expect(notices[0]?.text).toMatch(/392 candidates: usable with care/);
  });
});

describe('bad input', () => {
  const mixed: readonly Item[] = [
    ...['a', 'b', 'c'].map((id, at) => dichotomousItem({ id, difficulty: at - 1 })),
    itemFromThresholds({ id: 'g', model: 'grm', thresholds: [-1, 0, 3] }),
    dichotomousItem({ id: 'n', discrimination: -0.5, difficulty: 0 }),
  ];
  const ids = mixed.map(({ id }) => id);

  it.each([
    ['one candidate', [[1, 0, 1, 2, 0]]],
    ['nobody answered anything', [ids.map(() => OMITTED), ids.map(() => OMITTED)]],
    ['everything right', Array.from({ length: 40 }, () => [1, 1, 1, 3, 1])],
    ['everything wrong', Array.from({ length: 40 }, () => [0, 0, 0, 0, 0])],
    ['constant items', Array.from({ length: 40 }, (_, row) => [1, 0, row % 2, 1, 1])],
    ['an item that nobody answered', Array.from({ length: 40 }, (_, row) => [1, row % 2, 0, row % 4, OMITTED])],
  ] as const)('%s: null where there is no number, never NaN', (_, rows) => {
    const json = fitJson(modelFit(responseMatrix(rows, { items: ids }), mixed));
    expect(numbersIn(json).filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(json.persons).toHaveLength(rows.length);
  });

  it('one item: no pairs, no M2, no S-X²', () => {
    const one = simulate(mixed.slice(0, 1), { persons: 30, seed: 1 });
    const report = modelFit(one, mixed.slice(0, 1));
    expect(report.pairs).toEqual([]);
    expect(report.q3.mean).toBeNull();
    expect(report.items[0]?.statistic).toBeNull();
    expect(report.m2.statistic).toBeNull();
  });

  it('residuals are null where there is no response or no θ; a θ per person is asked for', () => {
    const data = responseMatrix(
      [
        [1, OMITTED, 0, 2, 1],
        [1, 1, 1, 1, 1],
      ],
      { items: ids },
    );
    const [first, second] = standardizedResiduals(data, mixed, [0.2, null]);
    expect(first?.map((value) => value === null)).toEqual([false, true, false, false, false]);
    expect(second?.every((value) => value === null)).toBe(true);
    expect(() => itemMeanSquares(data, mixed, [0])).toThrow(/1 thetas for 2 candidates/);
    expect(() => q3(data, mixed, [0, 0, 0])).toThrow(/3 thetas for 2 candidates/);
  });
});
