import { describe, expect, test } from 'vitest';
import { dichotomousItem } from '../../irt/items/item.ts';
import { adaptiveBank } from '../bank.ts';
import { simulateCat } from '../simulation/simulate-cat.ts';
import type { Module, MultistageDesign } from './design.ts';
import { crossingPoints, populationPoints, scoreAt } from './routing-points.ts';
import { route, simulateMultistage } from './simulate-multistage.ts';

/** Ten items of one difficulty. */
const block = (id: string, difficulty: number) =>
  Array.from({ length: 10 }, (_, n) => dichotomousItem({ id: `${id}${n}`, discrimination: 1.4, difficulty }));
const bank = adaptiveBank([...block('r', 0), ...block('e', -1), ...block('m', 0), ...block('h', 1)]);
const module = (id: string, from: number): Module => ({ id, items: Array.from({ length: 10 }, (_, n) => from + n) });
const [router, easy, medium, hard] = [
  module('router', 0),
  module('easy', 10),
  module('medium', 20),
  module('hard', 30),
];
const design: MultistageDesign = {
  stages: [[router], [easy, medium, hard]],
  routing: { by: 'theta', cuts: [[-0.5, 0.5]] },
};

describe('routing points', () => {
  test('modules that differ in difficulty alone cross half way', () => {
    const [low, high] = crossingPoints(bank, [easy, medium, hard]);
    expect(low).toBeCloseTo(-0.5, 9);
    expect(high).toBeCloseTo(0.5, 9);
  });
  test('a module that tells more everywhere has no crossing', () => {
    expect(() => crossingPoints(bank, [easy, easy])).toThrow('does not cross');
  });
  test('population intervals are normal quantiles', () => {
    expect(populationPoints([0.25, 0.5, 0.25], 1, 2).map((cut) => cut.toFixed(6))).toEqual(['-0.348980', '2.348980']);
    expect(() => populationPoints([0.5, 0.2])).toThrow('sum 1');
  });
  test('a cut on θ is the expected score there', () => {
    expect(scoreAt(bank, [router], 0)).toBeCloseTo(5, 12);
  });
});

describe('multistage tests', () => {
  test('candidates go where their estimate, their score or the information lead', () => {
    const by = (routing: MultistageDesign['routing'], theta: number, score: number) =>
      route(bank, { ...design, routing }, 1, router, { theta, score }).id;
    expect([by(design.routing, -1, 9), by(design.routing, 0, 9), by(design.routing, 0.5, 0)]).toEqual([
      'easy',
      'medium',
      'hard',
    ]);
    const score = { by: 'number-correct', cuts: [[4, 7]] } as const;
    expect([by(score, 3, 3), by(score, 3, 4), by(score, -3, 7)]).toEqual(['easy', 'medium', 'hard']);
    expect(by({ by: 'information' }, 0.9, 0)).toBe('hard');
  });
  test('a closed way leads to the nearest open module', () => {
    expect(route(bank, { ...design, closed: ['router>hard'] }, 1, router, { theta: 2, score: 10 }).id).toBe('medium');
  });
  test('paths sum to 1, lengths are fixed, and measurement is near that of an adaptive test', () => {
    const { summary, paths, persons } = simulateMultistage(bank, design, { seed: 1, thetas: 1000, cut: 0 });
    expect([...paths.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(paths.size).toBe(3);
    expect(summary.meanLength).toBe(20);
    expect(persons.filter(({ trueTheta }) => trueTheta > 2).every(({ path }) => path[1] !== 'easy')).toBe(true);
    const adaptive = simulateCat(bank, { stop: { maxItems: 20 }, seed: 1, thetas: 1000 }).summary;
    expect(summary.rmse).toBeLessThan(1.1 * adaptive.rmse);
    expect(summary.classification?.accuracy).toBeGreaterThan(0.8);
  });
  test('designs that make no sense are refused', () => {
    const simulate = (changed: Partial<MultistageDesign>) => () =>
      simulateMultistage(bank, { ...design, ...changed }, { seed: 1, thetas: 5 });
    expect(simulate({ stages: [] })).toThrow('at least one stage');
    expect(simulate({ routing: { by: 'theta', cuts: [[0]] } })).toThrow('stage 2');
    expect(simulate({ stages: [[{ id: 'x', items: [99] }]] })).toThrow('place 99');
    expect(simulate({ closed: ['router>easy', 'router>medium', 'router>hard'] })).toThrow('no way is open');
  });
});
