import { describe, expect, it } from 'vitest';
import { dichotomousItem, type Item, itemFromThresholds } from '../irt/items/item.ts';
import { Random } from '../numeric/random.ts';
import { LINK_METHODS, link } from './link.ts';
import { type ItemCovariances, parametersOf, withParameters } from './link-errors.ts';

const items: readonly Item[] = [
  ...Array.from({ length: 8 }, (_, at) =>
    dichotomousItem({ id: `${at}`, discrimination: 0.8 + at / 10, difficulty: at / 2 - 1.8 }),
  ),
  itemFromThresholds({ id: 'g', model: 'grm', discrimination: 1.3, thresholds: [-0.8, 0.7] }),
];

/** A factor of each item's covariance: parameters move by it times independent normal numbers. */
const factorOf = (item: Item): readonly (readonly number[])[] => {
  const fixed = item.model === '2pl' ? 2 : 9;
  return parametersOf(item).map((_, row, all) =>
    all.map((_value, column) => (row >= fixed || column > row ? 0 : row === column ? 0.05 : 0.02)),
  );
};
const covarianceOf = (item: Item): Float64Array => {
  const factor = factorOf(item);
  return Float64Array.from(
    factor.flatMap((a) => factor.map((b) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0))),
  );
};
const covariances: ItemCovariances = Object.fromEntries(items.map((item) => [item.id, covarianceOf(item)]));

describe('standard errors of linking constants', () => {
  it.each(LINK_METHODS)('%s: agree with the spread over simulated calibrations', (method) => {
    const { se } = link(items, items, { method, covariances: { old: covariances, new: covariances } });
    const random = new Random(23);
    const drawn = (item: Item): Item => {
      const noise = parametersOf(item).map(() => random.normal());
      const factor = factorOf(item);
      const values = parametersOf(item).map(
        (value, row) => value + (factor[row] ?? []).reduce((sum, weight, k) => sum + weight * (noise[k] ?? 0), 0),
      );
      return withParameters(item, values);
    };
    const draws = 200;
    const found = Array.from({ length: draws }, () => link(items.map(drawn), items.map(drawn), { method }));
    const sd = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / draws;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
    };
    // Four standard errors of a standard deviation over 200 draws: 4 / √400 = 0.2.
    expect(Math.abs((se.slope ?? 0) / sd(found.map(({ slope }) => slope)) - 1)).toBeLessThan(0.2);
    expect(Math.abs((se.intercept ?? 0) / sd(found.map(({ intercept }) => intercept)) - 1)).toBeLessThan(0.2);
  });

  it('are those of a difference of means for mean/mean with the slope fixed', () => {
    const { se } = link(items.slice(0, 8), items, {
      method: 'mm',
      fixedSlope: 1,
      covariances: { old: covariances, new: covariances },
    });
    // Var(b) by the delta method, b = −d / a; twice, old and new, over 8² items.
    const variance = items.slice(0, 8).reduce((sum, item) => {
      const [a = 1, d = 0] = parametersOf(item);
      const matrix = covarianceOf(item);
      const [ga, gd] = [d / a ** 2, -1 / a];
      return sum + ga * ga * (matrix[0] ?? 0) + 2 * ga * gd * (matrix[1] ?? 0) + gd * gd * (matrix[5] ?? 0);
    }, 0);
    expect(se.slope).toBeCloseTo(0, 12);
    expect(se.intercept).toBeCloseTo(Math.sqrt(2 * variance) / 8, 7);
  });

  it('are null without covariances, or with those of another size', () => {
    expect(link(items, items, { method: 'haebara' }).se).toEqual({ slope: null, intercept: null });
    const wrong = { ...covariances, g: Float64Array.of(1) };
    const { se } = link(items, items, { method: 'haebara', covariances: { old: wrong, new: covariances } });
    expect(se).toEqual({ slope: null, intercept: null });
  });
});
