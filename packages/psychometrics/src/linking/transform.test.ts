import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dichotomousItem, type Item, itemFromThresholds } from '../irt/items/item.ts';
import { probabilities } from '../irt/items/response-function.ts';
import { composeTransformations, invertTransformation, transformItem, transformTheta } from './transform.ts';
import { curveWeights } from './weights.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const transformation = fc.record({ slope: number(0.3, 3), intercept: number(-2, 2) });
const item: fc.Arbitrary<Item> = fc.oneof(
  fc
    .tuple(number(-1, 2), number(-2, 2), number(0, 0.3), number(0.8, 1))
    .map(([discrimination, difficulty, guessing, upper]) =>
      dichotomousItem({ id: 'i', discrimination, difficulty, guessing, upper }),
    ),
  fc
    .tuple(
      fc.constantFrom('grm' as const, 'gpcm' as const, 'pcm' as const, 'rsm' as const),
      number(0.3, 2),
      number(-2, 2),
      number(0.1, 2),
    )
    .map(([model, discrimination, first, step]) =>
      itemFromThresholds({ id: 'i', model, discrimination, thresholds: [first, first + step, first + 2.5 * step] }),
    ),
  fc
    .tuple(
      fc.array(number(-2, 2), { minLength: 3, maxLength: 3 }),
      fc.array(number(-2, 2), { minLength: 3, maxLength: 3 }),
    )
    .map(([slopes, intercepts]): Item => ({ id: 'i', model: 'nrm', slopes, intercepts })),
);

describe('a change of scale', () => {
  it('leaves every probability as it is, for every model', () => {
    fc.assert(
      fc.property(item, transformation, number(-4, 4), (given, change, theta) => {
        const moved = probabilities(transformItem(given, change), transformTheta(theta, change));
        probabilities(given, theta).forEach((p, k) => {
          expect(moved[k]).toBeCloseTo(p, 9);
        });
      }),
    );
  });

  it('is undone by its inverse, and two are one', () => {
    fc.assert(
      fc.property(transformation, transformation, number(-4, 4), (first, then, theta) => {
        expect(transformTheta(transformTheta(theta, first), invertTransformation(first))).toBeCloseTo(theta, 9);
        const both = transformTheta(theta, composeTransformations(first, then));
        expect(both).toBeCloseTo(transformTheta(transformTheta(theta, first), then), 9);
      }),
    );
  });

  it('frees the discrimination of a Rasch item only when the scale stretches', () => {
    const rasch = dichotomousItem({ id: 'r', model: 'rasch', difficulty: 0.4 });
    expect(transformItem(rasch, { slope: 1, intercept: 0.3 })).toMatchObject({ model: 'rasch', discrimination: 1 });
    expect(transformItem(rasch, { slope: 2, intercept: 0.3 })).toMatchObject({ model: '1pl', discrimination: 0.5 });
    const pcm = itemFromThresholds({ id: 'p', model: 'pcm', thresholds: [0, 1] });
    expect(transformItem(pcm, { slope: 2, intercept: 0 }).model).toBe('gpcm');
  });

  it('has a slope above 0', () => {
    const rasch = dichotomousItem({ id: 'r', model: 'rasch', difficulty: 0.4 });
    expect(() => transformItem(rasch, { slope: 0, intercept: 0 })).toThrow(/slope 0/);
    expect(() => transformTheta(1, { slope: -1, intercept: 0 })).toThrow(RangeError);
    expect(() => transformTheta(1, { slope: 1, intercept: Number.NaN })).toThrow(RangeError);
  });
});

describe('weights of the curve methods', () => {
  it.each([
    { kind: 'uniform' },
    { kind: 'normal', mean: 0.5, sd: 0.8 },
    { kind: 'quadrature', points: 15 },
    { kind: 'own', nodes: [-1, 0, 2], weights: [1, 2, 3] },
  ] as const)('sum to 1: %o', (choice) => {
    const { nodes, weights } = curveWeights(choice);
    expect(Array.from(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(nodes.length).toBe(weights.length);
  });

  it('refuses points without weights', () => {
    expect(() => curveWeights({ kind: 'own', nodes: [0, 1], weights: [1] })).toThrow(/2 points have 1 weights/);
    expect(() => curveWeights({ kind: 'own', nodes: [0, 1], weights: [1, 0] })).toThrow(/not above 0/);
    expect(() => curveWeights({ kind: 'normal', sd: 0 })).toThrow(/above 0/);
  });
});
