import { describe, expect, it } from 'vitest';
import { lsat6, scored } from '../../testing/reference-data.ts';
import { itemsOf, simulate } from '../../testing/simulate.ts';
import { calibrate } from './calibrate.ts';
import { calibrationJson } from './json.ts';
import { presentCalibration } from './present.ts';
import { readCategories, readItems } from './read-items.ts';
import { recodeCategories } from './recode.ts';

describe('calibration as JSON', () => {
  it.each(['rasch', '1pl', '2pl', '3pl', '4pl', 'pcm', 'gpcm', 'rsm', 'grm', 'nrm'] as const)(
    '%s items come back as they were, from the output and from its items',
    (model) => {
      const data = simulate(itemsOf(model, 4), { persons: 300, seed: 3 });
      const calibration = calibrate(data, { model, se: 'none', maxIterations: 20 });
      const json: unknown = JSON.parse(JSON.stringify(calibrationJson(calibration)));
      const expected = calibration.items.map(({ item }) => item);
      expect(readItems(json)).toEqual(expected);
      expect(readItems(calibrationJson(calibration).items)).toEqual(expected);
    },
  );

  it('has the fixed fields', () => {
    const json = calibrationJson(calibrate(lsat6(), { model: '2pl' }));
    expect(json).toMatchObject({ model: '2pl', n: 1000, converged: true, latent: { mean: 0, variance: 1 } });
    for (const name of ['iterations', 'logLikelihood', 'aic', 'bic']) expect(json).toHaveProperty(name);
    expect(Object.keys(json.items[0] ?? {})).toEqual(
      expect.arrayContaining([
        'id',
        'discrimination',
        'difficulty',
        'intercept',
        'guessing',
        'upper',
        'thresholds',
        'intercepts',
        'slopes',
        'se',
      ]),
    );
  });

  it('nominal items have a slope and an intercept per category, the first of each 0', () => {
    const json = calibrationJson(calibrate(scored('science_mirt_4items.csv'), { model: 'nrm', se: 'none' }));
    expect(json.items[0]?.slopes).toHaveLength(4);
    expect(json.items[0]?.slopes?.[0]).toBe(0);
    expect(json.items[0]?.intercepts?.[0]).toBe(0);
  });
});

describe('reading items', () => {
  it('takes difficulty for intercept, thresholds for intercepts, and sensible values for what is not given', () => {
    expect(
      readItems([
        { id: 'a', difficulty: 2 },
        { id: 7, discrimination: 2, difficulty: 1, guessing: 0.2 },
      ]),
    ).toEqual([
      { id: 'a', model: '2pl', discrimination: 1, intercept: -2, guessing: 0, upper: 1 },
      { id: '7', model: '3pl', discrimination: 2, intercept: -2, guessing: 0.2, upper: 1 },
    ]);
    expect(readItems([{ id: 'a', model: 'grm', discrimination: 2, thresholds: [-1, 1] }])).toEqual([
      { id: 'a', model: 'grm', discrimination: 2, intercepts: [2, -2] },
    ]);
  });

  it.each([
    [null, /no items/],
    [[], /empty/],
    [[{}], /item 1 has no id/],
    [[{ id: 'a' }], /item a: "difficulty" is missing/],
    [[{ id: 'a', difficulty: 'x' }], /item a: "difficulty" is no number/],
    [
      [
        { id: 'a', difficulty: 0 },
        { id: 'a', difficulty: 0 },
      ],
      /item a stands twice/,
    ],
    [[{ id: 'a', model: '5pl', difficulty: 0 }], /no model "5pl"/],
    [[{ id: 'a', difficulty: 0, guessing: 1.2 }], /guessing 1.2 and upper 1/],
    [[{ id: 'a', thresholds: [0, 1] }], /model of an item with several categories must be given/],
    [[{ id: 'a', model: 'grm', intercepts: [0, 1] }], /must fall/],
    [[{ id: 'a', model: 'nrm', slopes: [0, 1], intercepts: [0] }], /one of each per category/],
  ])('%j is refused', (json, message) => {
    expect(() => readItems(json)).toThrow(message);
  });

  it('data of the same test are put in the categories that were calibrated', () => {
    const data = scored('science_mirt_4items.csv');
    const json = calibrationJson(calibrate(data, { model: 'pcm', se: 'none' }));
    const recoded = recodeCategories(data, readCategories(json));
    expect([...recoded.values].every((value, at) => value === (data.values[at] ?? 0) - 1)).toBe(true);
    const other = { ...data, values: data.values.map((value, at) => (at === 5 ? 9 : value)) };
    expect(() => recodeCategories(other, readCategories(json))).toThrow(/2, item Work: the value 9 .* 1, 2, 3, 4/);
  });
});

describe('calibration for people', () => {
  it.each(['3pl', 'grm', 'nrm'] as const)('%s has a row per item and no number that is none', (model) => {
    const data = model === '3pl' ? lsat6() : scored('science_mirt_4items.csv');
    const text = presentCalibration(calibrate(data, { model }));
    const table = text.sections[1]?.tables[0];
    expect(table?.rows).toHaveLength(data.items.length);
    for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
    expect(JSON.stringify(text)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
