import { describe, expect, it } from 'vitest';
import { dichotomousItem, type Item, itemFromThresholds, type NominalItem } from '../irt/items/item.ts';
import { Random } from '../numeric/random.ts';
import { goldenJson } from '../testing/golden.ts';
import { kb04Form } from '../testing/reference-data.ts';
import { LINK_METHODS, link } from './link.ts';
import { presentLink } from './present.ts';
import { invertTransformation, transformItem } from './transform.ts';

/** Every third item is common to the forms. */
const formOf = (form: 'X' | 'Y'): readonly Item[] =>
  kb04Form(form).map((item, at) => ({ ...item, id: `${(at + 1) % 3 === 0 ? 'common' : form} ${at + 1}` }));

const formX = formOf('X');
const formY = formOf('Y');
type Constants = Readonly<Record<string, { readonly A: number; readonly B: number }>>;
const expected: Readonly<Record<string, Constants>> = goldenJson('kb04_irt_linking_expected.json');
const NAMES = { mm: 'Mean/Mean', ms: 'Mean/Sigma', haebara: 'Haebara', 'stocking-lord': 'Stocking-Lord' } as const;

describe('linking agrees with plink 1.5-1 on table 6.5 of Kolen & Brennan (2004)', () => {
  // Printed to six decimals; mean/sigma of the reference is off by one in the sixth, as its formula in exact numbers shows.
  const PRINTED = 1.5e-6;
  const without27 = (items: readonly Item[]) => items.filter(({ id }) => id !== 'common 27');

  it.each(LINK_METHODS)('%s: form X onto the scale of form Y', (method) => {
    const { slope, intercept, n, converged } = link(formY, formX, { method });
    const { A, B } = expected.plink_all12?.[NAMES[method]] ?? { A: 0, B: 0 };
    expect(Math.abs(slope - A)).toBeLessThan(PRINTED);
    expect(Math.abs(intercept - B)).toBeLessThan(PRINTED);
    expect({ n, converged }).toEqual({ n: 12, converged: true });
  });

  it.each(LINK_METHODS)('%s without item 27', (method) => {
    const { slope, intercept } = link(without27(formY), formX, { method });
    const { A, B } = expected.plink_exclude_item27?.[NAMES[method]] ?? { A: 0, B: 0 };
    expect(Math.abs(slope - A)).toBeLessThan(PRINTED);
    expect(Math.abs(intercept - B)).toBeLessThan(PRINTED);
  });

  it.each(['haebara', 'stocking-lord'] as const)('%s on both scales', (method) => {
    const { slope, intercept } = link(formY, formX, { method, symmetric: true });
    const { A, B } = expected.plink_all12_symmetric_SLHB?.[NAMES[method]] ?? { A: 0, B: 0 };
    expect(Math.abs(slope - A)).toBeLessThan(PRINTED);
    expect(Math.abs(intercept - B)).toBeLessThan(PRINTED);
  });

  it('item 27 drifted, and purification leaves it out first', () => {
    const drift = link(formY, formX, { method: 'stocking-lord' }).items.find(({ id }) => id === 'common 27');
    expect(drift?.flagged).toBe(true);
    const pure = link(formY, formX, { method: 'stocking-lord', purify: true });
    expect(pure.removed[0]).toBe('common 27');
    expect(pure.n).toBe(12 - pure.removed.length);
    expect(pure.n).toBeGreaterThanOrEqual(10);
    expect(pure.items).toHaveLength(12);
  });
});

const nominal: NominalItem = { id: 'n', model: 'nrm', slopes: [0, 0.6, 1.3], intercepts: [0, 0.4, -0.2] };
const mixed: readonly Item[] = [
  dichotomousItem({ id: 'a', discrimination: 1.2, difficulty: -0.4, guessing: 0.2 }),
  dichotomousItem({ id: 'b', discrimination: 0.8, difficulty: 0.9, guessing: 0.1, upper: 0.95 }),
  dichotomousItem({ id: 'c', discrimination: 1.6, difficulty: 0.3 }),
  itemFromThresholds({ id: 'd', model: 'grm', discrimination: 1.5, thresholds: [-1, 0.2, 1.1] }),
  itemFromThresholds({ id: 'e', model: 'gpcm', discrimination: 0.9, thresholds: [0.5, -0.7] }),
];

describe('a known transformation is found', () => {
  const truth = { slope: 1.3, intercept: -0.45 };
  const moved = (items: readonly Item[]) => items.map((item) => transformItem(item, invertTransformation(truth)));

  it.each(LINK_METHODS)('by %s, of dichotomous, graded and partial credit items together', (method) => {
    const found = link(mixed, moved(mixed), { method });
    // The curve methods stop where the criterion cannot fall within rounding: it is flat to the square root of that.
    expect(found.slope).toBeCloseTo(truth.slope, 5);
    expect(found.intercept).toBeCloseTo(truth.intercept, 5);
    for (const item of found.items) expect(item.curveDistance).toBeLessThan(1e-4);
  });

  it.each(['uniform', 'normal', 'quadrature'] as const)('with %s weights', (kind) => {
    const found = link(mixed, moved(mixed), { method: 'stocking-lord', weights: { kind }, symmetric: true });
    expect(found.slope).toBeCloseTo(truth.slope, 5);
  });

  it('of nominal items by Haebara alone', () => {
    const all = [...mixed, nominal];
    expect(link(all, moved(all), { method: 'haebara' }).slope).toBeCloseTo(truth.slope, 5);
    expect(link([nominal], moved([nominal]), { method: 'haebara' }).intercept).toBeCloseTo(truth.intercept, 4);
    expect(() => link(all, moved(all), { method: 'stocking-lord' })).toThrow(/item n is nominal/);
    expect(() => link(all, moved(all), { method: 'mm' })).toThrow(/link with haebara/);
  });

  it('with the slope fixed, as Rasch scales need it, by every method', () => {
    const rasch = [-1, 0.2, 0.9].map((difficulty, at) => dichotomousItem({ id: `${at}`, model: 'rasch', difficulty }));
    const shifted = rasch.map((item) => transformItem(item, { slope: 1, intercept: 0.7 }));
    for (const method of LINK_METHODS) {
      const found = link(rasch, shifted, { method, fixedSlope: 1 });
      expect(found.slope).toBe(1);
      expect(found.intercept).toBeCloseTo(-0.7, 6);
    }
  });
});

describe('drift', () => {
  it('displacement is what the item moved, and only it is flagged', () => {
    const random = new Random(4);
    const old = Array.from({ length: 20 }, (_, at) =>
      dichotomousItem({ id: `${at}`, discrimination: 1 + 0.02 * random.normal(), difficulty: at / 5 - 2 }),
    );
    const now = old.map((item, at) =>
      dichotomousItem({
        id: item.id,
        discrimination: item.discrimination * (1 + 0.02 * random.normal()),
        difficulty: at / 5 - 2 + 0.05 * random.normal() + (at === 7 ? 0.9 : 0),
      }),
    );
    const found = link(old, now, { method: 'stocking-lord', purify: { keep: 0.9 }, driftCriterion: 3.5 });
    expect(found.removed).toEqual(['7']);
    const item = found.items.find(({ id }) => id === '7');
    expect(item).toMatchObject({ flagged: true, used: false });
    expect(Math.abs((item?.displacement ?? 0) - 0.9)).toBeLessThan(0.2);
    expect(found.notices.join(' ')).toMatch(/left out because they drifted: 7/);
  });
});

describe('what cannot be linked is refused with the item', () => {
  const [a, b, , d] = mixed;
  const items = [a, b].flatMap((item) => item ?? []);

  it('no common items, ids given twice, unlike models', () => {
    expect(() => link(mixed, [{ ...nominal, id: 'zz' }], { method: 'mm' })).toThrow(
      /no item in common: old a, b, c, … \(5\), new zz/,
    );
    expect(() => link([...items, ...items], items, { method: 'mm' })).toThrow(/old item id "a" stands twice/);
    const unlike = d === undefined ? [] : [{ ...d, id: 'a' }];
    expect(() => link(items, unlike, { method: 'mm' })).toThrow(/item a is 3pl with 2 categories .* and grm with 4/);
  });

  it('items that do not discriminate upwards, difficulties that do not vary, parameters that are no numbers', () => {
    const flat = [dichotomousItem({ id: 'a', discrimination: -0.3, difficulty: 1 })];
    expect(() => link(flat, flat, { method: 'ms' })).toThrow(/item a has discrimination -0.3/);
    expect(() => link(items.slice(0, 1), items, { method: 'ms' })).toThrow(/different difficulty/);
    const broken = [dichotomousItem({ id: 'a', difficulty: Number.NaN })];
    expect(() => link(broken, items, { method: 'mm' })).toThrow(/item a has a parameter that is no number/);
    expect(() => link(items, items, { method: 'mm', fixedSlope: -1 })).toThrow(/above 0/);
    expect(() => link(items, items, { method: 'haebara', weights: { kind: 'uniform', points: 1 } })).toThrow(
      /two points/,
    );
  });

  it('few items are warned of, and the result holds nothing that JSON cannot', () => {
    const found = link(items, items, { method: 'haebara' });
    expect(found.sample.verdict).toBe('too-few');
    expect(presentLink(found).notices[0]).toMatchObject({
      verdict: 'too-few',
      text: expect.stringMatching(/^The link rests on 2 items/),
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(presentLink(found).facts[0]).toEqual({ label: 'Slope', value: '1.000000', note: '' });
  });
});
