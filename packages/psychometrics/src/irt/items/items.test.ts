import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryCount, dichotomousItem, difficultyOf, type Item, itemFromThresholds, thresholdsOf } from './item.ts';
import { expectedScore, itemInformation, probabilities, responseCurve } from './response-function.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const id = 'i';

const anyItem: fc.Arbitrary<Item> = fc.oneof(
  fc
    .record({ discrimination: real(-2, 3), difficulty: real(-4, 4), guessing: real(0, 0.4), upper: real(0.7, 1) })
    .map((given) => dichotomousItem({ id, ...given })),
  fc
    .record({
      model: fc.constantFrom('gpcm' as const, 'grm' as const),
      discrimination: real(0.2, 3),
      thresholds: fc.uniqueArray(real(-3, 3), { minLength: 1, maxLength: 5, selector: (b) => Math.round(b * 20) }),
    })
    .map(({ thresholds, ...given }) =>
      itemFromThresholds({ id, ...given, thresholds: thresholds.toSorted((a, b) => a - b) }),
    ),
  fc.array(fc.tuple(real(-2, 2), real(-2, 2)), { minLength: 2, maxLength: 5 }).map(
    (categories): Item => ({
      id,
      model: 'nrm',
      slopes: categories.map(([slope]) => slope),
      intercepts: categories.map(([, intercept]) => intercept),
    }),
  ),
);

describe('the probabilities of the categories', () => {
  it('are shares that sum to 1, at any ability', () => {
    fc.assert(
      fc.property(anyItem, real(-40, 40), (item, theta) => {
        const p = probabilities(item, theta);
        expect(p).toHaveLength(categoryCount(item));
        expect(p.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(p.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('have the derivatives that differences of them approach', () => {
    const h = 1e-4;
    fc.assert(
      fc.property(anyItem, real(-4, 4), (item, theta) => {
        const { p, first, second } = responseCurve(item, theta);
        const above = probabilities(item, theta + h);
        const below = probabilities(item, theta - h);
        p.forEach((share, k) => {
          const up = above[k] ?? 0;
          const down = below[k] ?? 0;
          // Central differences err by about h² times the third and fourth derivative, at most a⁴ = 81 of it.
          expect(first[k]).toBeCloseTo((up - down) / (2 * h), 5);
          expect(second[k]).toBeCloseTo((up - 2 * share + down) / (h * h), 4);
        });
      }),
    );
  });

  it('give the information a²P(1 − P) of a two-parameter item', () => {
    const item = dichotomousItem({ id, discrimination: 1.7, difficulty: 0.4 });
    const p = expectedScore(item, 1);
    expect(itemInformation(item, 1)).toBeCloseTo(1.7 ** 2 * p * (1 - p), 12);
    expect(itemInformation(dichotomousItem({ id, discrimination: 0, difficulty: 0 }), 1)).toBe(0);
  });
});

describe('difficulty and thresholds', () => {
  it('come back from the intercepts', () => {
    expect(difficultyOf(dichotomousItem({ id, discrimination: 1.3, difficulty: -0.7 }))).toBeCloseTo(-0.7, 12);
    for (const model of ['grm', 'gpcm'] as const) {
      const thresholds = thresholdsOf(itemFromThresholds({ id, model, discrimination: 2, thresholds: [-1, 0.5, 2] }));
      expect(thresholds?.map((b) => Number(b.toFixed(12)))).toEqual([-1, 0.5, 2]);
    }
  });

  it('are where half of the candidates pass, and where two steps are equally probable', () => {
    const graded = itemFromThresholds({ id, model: 'grm', discrimination: 1.4, thresholds: [-1, 0.5] });
    const [none = 0, some = 0, all = 0] = probabilities(graded, 0.5);
    expect([none + some, all]).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)]);
    const [, one, two] = probabilities(itemFromThresholds({ id, model: 'pcm', thresholds: [-1, 0.5] }), 0.5);
    expect(one).toBeCloseTo(two ?? 0, 12);
  });

  it('are not there for an item that does not discriminate', () => {
    const item = { id, model: '2pl', discrimination: 0, intercept: 1, guessing: 0, upper: 1 } as const;
    expect(difficultyOf(item)).toBeNull();
    expect(thresholdsOf({ id, model: 'grm', discrimination: 0, intercepts: [1] })).toBeNull();
  });
});
