import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OMITTED, responseMatrix } from '../../data/response-matrix.ts';
import { simulate } from '../../testing/simulate.ts';
import { dichotomousItem, type Item, itemFromThresholds } from '../items/item.ts';
import { probabilities } from '../items/response-function.ts';
import { ItemCurve } from './item-curve.ts';
import { likelihoodAt } from './likelihood.ts';
import { plausibleValues } from './plausible-values.ts';
import { presentScores } from './present.ts';
import { SCORING_METHODS, scorePersons } from './score-persons.ts';
import { scoreSample } from './score-sample.ts';
import { sumScoreDistribution, sumScoreTable } from './sum-score.ts';
import { lsat6, lsat6TwoPl } from './testing/reference.ts';

const nominal: Item = { id: 'n', model: 'nrm', slopes: [0, -0.4, 0.9], intercepts: [0, 0.5, -0.3] };
const mixed: readonly Item[] = [
  dichotomousItem({ id: 'a', discrimination: 1.3, difficulty: -0.5 }),
  dichotomousItem({ id: 'b', discrimination: 0.8, difficulty: 0.7, guessing: 0.2, upper: 0.95 }),
  dichotomousItem({ id: 'c', discrimination: -0.6, difficulty: 0.2 }),
  itemFromThresholds({ id: 'g', model: 'grm', discrimination: 1.4, thresholds: [-1, 0.2, 1.1] }),
  itemFromThresholds({ id: 's', model: 'gpcm', discrimination: 0.9, thresholds: [-0.4, 0.6] }),
  nominal,
];

describe('the curves of the categories', () => {
  it('are the response functions, and their slopes and bends are the derivatives (differences of 1e-4)', () => {
    const curve = new ItemCurve();
    const theta = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(theta, fc.constantFrom(...mixed), (at, item) => {
        const h = 1e-4;
        const [before, here, after] = [at - h, at, at + h].map((x) => probabilities(item, x));
        curve.at(item, at);
        for (let k = 0; k < curve.count; k += 1) {
          const p = here?.[k] ?? 0;
          expect(curve.p[k]).toBeCloseTo(p, 13);
          const first = ((after?.[k] ?? 0) - (before?.[k] ?? 0)) / (2 * h);
          const second = ((after?.[k] ?? 0) - 2 * p + (before?.[k] ?? 0)) / (h * h);
          expect(p * (curve.slope[k] ?? 0)).toBeCloseTo(first, 7);
          expect(p * (curve.bend[k] ?? 0)).toBeCloseTo(second, 5);
        }
      }),
    );
  });

  it('keep slopes and logarithms finite far out, where probabilities end', () => {
    const curve = new ItemCurve();
    for (const item of mixed) {
      for (const theta of [-2000, -50, 50, 2000]) {
        curve.at(item, theta);
        for (let k = 0; k < curve.count; k += 1) {
          expect(Number.isFinite(Math.log(curve.p[k] ?? 0))).toBe(true);
          expect(Number.isFinite(curve.slope[k] ?? Number.NaN)).toBe(true);
        }
      }
    }
  });
});

describe('estimates of mixed items', () => {
  const data = simulate(mixed, { persons: 60, seed: 3, omitted: 0.15 });

  it('every point estimate solves its estimating equation and no grid point is better (grid of 0.01)', () => {
    const scores = scorePersons(data, mixed, { method: 'map', mean: 0.3, variance: 1.7 });
    scores.forEach(({ theta }, person) => {
      const row = data.values.subarray(person * mixed.length, (person + 1) * mixed.length);
      if (theta === null) return;
      const objective = (x: number): number => likelihoodAt(mixed, row, x).log - (x - 0.3) ** 2 / 3.4;
      const grid = Array.from({ length: 1201 }, (_, at) => objective(-6 + at / 100));
      expect(objective(theta)).toBeGreaterThanOrEqual(Math.max(...grid) - 1e-12);
    });
  });

  it('WLE solves score + J / 2I = 0', () => {
    scorePersons(data, mixed, { method: 'wle' }).forEach(({ theta }, person) => {
      const row = data.values.subarray(person * mixed.length, (person + 1) * mixed.length);
      if (theta === null) return;
      const { score, warm, information } = likelihoodAt(mixed, row, theta);
      expect(score + warm / (2 * information)).toBeCloseTo(0, 8);
    });
  });

  it('the global maximum is taken where the 3PL likelihood has two (answers against the order of difficulty)', () => {
    const items = [-2, -1.5, 1.5, 2].map((difficulty, at) =>
      dichotomousItem({ id: `${at}`, model: '3pl', discrimination: 3, difficulty, guessing: 0.25 }),
    );
    const against = responseMatrix([[1, 0, 1, 1]], { items: items.map(({ id }) => id) });
    const [found] = scorePersons(against, items, { method: 'ml' });
    const row = Int16Array.of(1, 0, 1, 1);
    const at = likelihoodAt(items, row, found?.theta ?? 0).log;
    const grid = Array.from({ length: 1601 }, (_, step) => likelihoodAt(items, row, -8 + step / 100).log);
    expect(at).toBeGreaterThanOrEqual(Math.max(...grid) - 1e-12);
  });

  it('the sum score distribution is that of all patterns (brute force over 2·2·2·4·3·3 patterns)', () => {
    const curves = mixed.map((item) => probabilities(item, 0.4));
    const direct = new Float64Array(11);
    const walk = (item: number, sum: number, mass: number): void => {
      const curve = curves[item];
      if (curve === undefined) direct[sum] = (direct[sum] ?? 0) + mass;
      else for (const [k, p] of curve.entries()) walk(item + 1, sum + k, mass * p);
    };
    walk(0, 0, 1);
    const masses = sumScoreDistribution(mixed, 0.4);
    for (const [sum, mass] of masses.entries()) expect(mass).toBeCloseTo(direct[sum] ?? 0, 14);
  });

  it('EAP by sum score of one item is its EAP, and missing responses are scored by the table of the answered items', () => {
    const [first = nominal] = mixed;
    const one = responseMatrix([[0], [1]], { items: [first.id] });
    const eap = scorePersons(one, [first], { method: 'eap' });
    for (const { theta, sum } of sumScoreTable([first])) expect(theta).toBeCloseTo(eap[sum]?.theta ?? 9, 12);
    const partly = responseMatrix([[1, ...mixed.slice(1).map(() => OMITTED)]], { items: mixed.map(({ id }) => id) });
    const [score] = scorePersons(partly, mixed, { method: 'eapsum' });
    expect(score?.theta).toBeCloseTo(eap[1]?.theta ?? 9, 12);
    expect(score?.reason).toMatch(/answered items/);
  });
});

describe('plausible values', () => {
  it('have the mean and spread of the posterior, and come again with the seed', () => {
    const one = responseMatrix([[1, 1, 0, 1, 1]], { items: lsat6.items });
    const [drawn] = plausibleValues(one, lsat6TwoPl, { seed: 11, draws: 1000 });
    const [again] = plausibleValues(one, lsat6TwoPl, { seed: 11, draws: 1000 });
    const [eap] = scorePersons(one, lsat6TwoPl, { method: 'eap' });
    const values = drawn?.values ?? [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Four standard errors of the mean of 1,000 draws.
    expect(Math.abs(mean - (eap?.theta ?? 9))).toBeLessThan((4 * (eap?.se ?? 0)) / Math.sqrt(1000));
    expect(again).toEqual(drawn);
  });

  it('give the population its variance back, which EAP shrinks (2,000 persons, ± 0.1 = three standard errors)', () => {
    const data = simulate(lsat6TwoPl, { persons: 2000, seed: 5 });
    const values = plausibleValues(data, lsat6TwoPl, { seed: 2, draws: 1 }).flatMap((person) => person.values);
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.1);
  });
});

describe('bad input', () => {
  const ids = lsat6.items;

  it.each(SCORING_METHODS)('%s: a person without a response has no estimate, and nobody gets NaN', (method) => {
    const data = responseMatrix([ids.map(() => OMITTED), [0, 0, 0, 0, 0], [1, 1, 1, 1, 1]], { items: ids });
    const [none, ...others] = scorePersons(data, lsat6TwoPl, { method });
    expect(none).toMatchObject({ theta: null, se: null, answered: 0, reason: 'no item was answered' });
    for (const { theta, se } of others) {
      expect(theta === null || Number.isFinite(theta)).toBe(true);
      expect(se === null || Number.isFinite(se)).toBe(true);
    }
  });

  it.each(SCORING_METHODS)('%s: items that do not discriminate give no number but the prior', (method) => {
    const flat = [dichotomousItem({ id: 'x', discrimination: 0, difficulty: 0 })];
    const [score] = scorePersons(responseMatrix([[1]], { items: ['x'] }), flat, { method });
    if (method === 'ml' || method === 'wle') expect(score?.theta).toBeNull();
    else expect(score?.theta).toBeCloseTo(0, 9);
  });

  it('columns without parameters, categories that an item has not, and crossed asymptotes are named', () => {
    expect(() => scorePersons(lsat6, lsat6TwoPl.slice(1), { method: 'eap' })).toThrow(/1 of 5 columns: Item_1/);
    const high = responseMatrix([[2, 0, 0, 0, 0]], { items: ids });
    expect(() => scorePersons(high, lsat6TwoPl, { method: 'eap' })).toThrow(/row 1 \(1\), item Item_1: category 2/);
    const crossed = [{ ...dichotomousItem({ id: 'x', difficulty: 0 }), guessing: 0.9, upper: 0.8 }];
    expect(() => scorePersons(responseMatrix([[1]], { items: ['x'] }), crossed, { method: 'eap' })).toThrow(/item x/);
    expect(() => scorePersons(lsat6, lsat6TwoPl, { method: 'eap', variance: 0 })).toThrow(/variance is 0/);
    expect(() => scorePersons(lsat6, lsat6TwoPl, { method: 'eap', variance: 1e300 })).toThrow(/up to 1,000,000/);
    expect(() => scorePersons(lsat6, lsat6TwoPl, { method: 'ml', bounds: [2, 1] })).toThrow(/bounds/);
  });

  it('the presentation writes out every person and the table of sum scores', () => {
    const { facts, sections } = presentScores(scoreSample(lsat6, lsat6TwoPl, { method: 'eapsum' }));
    expect(facts[0]).toEqual({ label: 'Scored', value: '1,000', note: '' });
    expect(sections.map(({ heading }) => heading)).toEqual(['Distribution', 'Sum scores', 'Candidates']);
    expect(sections[0]?.figures).toHaveLength(1);
    expect(sections[1]?.tables[0]?.rows).toHaveLength(6);
    expect(sections[2]?.tables[0]?.rows).toHaveLength(1000);
  });
});
