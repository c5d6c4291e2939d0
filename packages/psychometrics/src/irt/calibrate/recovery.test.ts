import { describe, expect, it } from 'vitest';
import { Random } from '../../numeric/random.ts';
import { itemsOf, simulate, stack } from '../../testing/simulate.ts';
import type { Item } from '../items/item.ts';
import { calibrate } from './calibrate.ts';
import { reportedParameters } from './information/standard-errors.ts';
import type { Calibration } from './result.ts';

/** Distances of the estimates from the truth in standard errors, parameters without one left out. */
function distances({ items }: Calibration, truth: readonly Item[]): number[] {
  return items.flatMap(({ item, se }, i) => {
    const expected = truth[i] === undefined ? new Map() : reportedParameters(truth[i]);
    return [...reportedParameters(item)].flatMap(([name, value]) => {
      const error = se[name];
      return error === null || error === undefined || value === null ? [] : [(value - expected.get(name)) / error];
    });
  });
}

describe('simulated data with known parameters', () => {
  it.each(['rasch', '1pl', '2pl', '3pl', '4pl', 'pcm', 'gpcm', 'rsm', 'grm', 'nrm'] as const)(
    '%s: estimates lie as far from the truth as their standard errors say',
    (model) => {
      const truth = itemsOf(model, 8);
      const asymptotes = model === '3pl' || model === '4pl';
      const data = simulate(truth, { persons: asymptotes ? 4000 : 2000, seed: 42 });
      const found = calibrate(data, { model, se: 'louis', ...(asymptotes ? { guessingMean: 0.2 } : {}) });
      expect(found.converged).toBe(true);
      const z = distances(found, truth);
      expect(z.length).toBeGreaterThanOrEqual(8);
      // The root mean square of z is 1 up to chance; parameters of an item hang together, hence the wide bounds.
      // Priors pull 3PL and 4PL to the truth here, so theirs is smaller.
      const rms = Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / z.length);
      expect(rms).toBeLessThan(1.6);
      expect(rms).toBeGreaterThan(asymptotes ? 0.2 : 0.4);
      expect(Math.max(...z.map(Math.abs))).toBeLessThan(4.5);
    },
  );

  it('two groups: the second has its mean and variance', () => {
    const truth = itemsOf('2pl', 12);
    const random = new Random(7);
    const data = stack([
      simulate(truth, { persons: 1500, seed: random }),
      simulate(truth, { persons: 1500, seed: random, mean: 0.7, sd: 1.4 }),
    ]);
    const groups = data.persons.map((_, p) => (p < 1500 ? 'reference' : 'focal'));
    const { groups: found, latent } = calibrate(data, { model: '2pl', groups });
    expect(found.map(({ id, n }) => [id, n])).toEqual([
      ['reference', 1500],
      ['focal', 1500],
    ]);
    expect(latent).toMatchObject({ mean: 0, variance: 1, se: { mean: null, variance: null } });
    const { mean = 0, variance = 0, se } = found[1] ?? {};
    // Four standard errors.
    expect(Math.abs(mean - 0.7)).toBeLessThan(4 * (se?.mean ?? 0));
    expect(Math.abs(variance - 1.96)).toBeLessThan(4 * (se?.variance ?? 0));
    expect(se?.mean).toBeLessThan(0.1);
  });

  it('anchors stay as they are and set the scale: the mean and variance of the sample are estimated', () => {
    const truth = itemsOf('grm', 10);
    const data = simulate(truth, { persons: 2500, seed: 11, mean: -0.5, sd: 0.8 });
    const anchors = truth.slice(0, 4);
    const found = calibrate(data, { model: 'grm', anchors, se: 'louis' });
    expect(found.items.slice(0, 4).map(({ item }) => item)).toEqual(anchors);
    expect(found.items[0]?.anchored).toBe(true);
    expect(Object.values(found.items[0]?.se ?? {}).every((se) => se === null)).toBe(true);
    expect(Math.abs(found.latent.mean + 0.5)).toBeLessThan(4 * (found.latent.se.mean ?? 0));
    expect(Math.abs(found.latent.variance - 0.64)).toBeLessThan(4 * (found.latent.se.variance ?? 0));
    expect(Math.max(...distances(found, truth).map(Math.abs))).toBeLessThan(4.5);
  });

  it('groups with anchors: two forms that share anchors come out on one scale', () => {
    const truth = itemsOf('2pl', 12);
    const random = new Random(5);
    const left = simulate(truth, { persons: 1500, seed: random });
    const right = simulate(truth, { persons: 1500, seed: random, mean: 1 });
    // Items 9 to 12 are anchors in both; 1 to 4 only in the first form, 5 to 8 only in the second.
    const mask = (data: typeof left, from: number): typeof left => ({
      ...data,
      values: data.values.map((value, at) => (at % 12 >= from && at % 12 < from + 4 ? -3 : value)),
    });
    const data = stack([mask(left, 4), mask(right, 0)]);
    const groups = data.persons.map((_, p) => (p < 1500 ? 'x' : 'y'));
    const found = calibrate(data, { model: '2pl', groups, anchors: truth.slice(8), se: 'louis' });
    expect(found.groups.map(({ mean, se }) => (se.mean ?? 0) > 0 && Math.abs(mean) < 4)).toEqual([true, true]);
    expect(Math.abs((found.groups[1]?.mean ?? 0) - 1)).toBeLessThan(4 * (found.groups[1]?.se.mean ?? 0));
    expect(Math.max(...distances(found, truth).map(Math.abs))).toBeLessThan(4.5);
  });

  it('a latent distribution that does not fit on the nodes gets wider ones', () => {
    const truth = itemsOf('rasch', 20);
    const data = simulate(truth, { persons: 1500, seed: 2, sd: 2.5 });
    const found = calibrate(data, { model: 'rasch', se: 'louis' });
    const precise = calibrate(data, { model: 'rasch', se: 'louis', precise: true });
    expect(Math.abs(found.latent.variance - 6.25)).toBeLessThan(4 * (found.latent.se.variance ?? 0));
    // The trapezoid sum is exact to more digits than EM once the nodes reach far enough.
    expect(found.latent.variance).toBeCloseTo(precise.latent.variance, 5);
  });

  it('candidates who differ by chance alone get a variance at its bound, and a notice', () => {
    const random = new Random(1);
    const values = Int16Array.from({ length: 300 * 10 }, () => random.integer(2));
    const data = {
      persons: Array.from({ length: 300 }, (_, p) => `${p}`),
      items: Array.from({ length: 10 }, (_, i) => `${i}`),
      values: values.map((value, at) => (at % 2 === 0 ? value : 1 - (values[at - 1] ?? 0))),
    };
    const found = calibrate(data, { model: 'rasch' });
    expect(found.notices.join()).toMatch(/variance of group all is at its bound/);
    expect(found.items.every(({ difficulty }) => Number.isFinite(difficulty))).toBe(true);
  });
});
