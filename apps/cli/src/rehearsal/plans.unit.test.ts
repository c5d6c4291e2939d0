import type { Portfolio } from '@testamur/program';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLevels } from './acts/assign-examiner.ts';
import { planPieces } from './acts/submit-portfolio.ts';

const portfolio = (criteria: number, pass: Portfolio['pass'], pieces = { minimum: 1, maximum: 10 }): Portfolio => ({
  kind: 'portfolio',
  id: 'work',
  title: 'Work',
  description: 'D',
  pieces,
  rubric: {
    criteria: Array.from({ length: criteria }, (_, index) => ({
      id: `c${index}`,
      title: 'C',
      description: 'D',
      levels: [0, 1, 2, 3].map((points) => ({ points, label: 'L', descriptor: 'D' })),
    })),
  },
  pass,
  retake: { wait: 'P30D', attempts: 3, within: 'P12M' },
});

test('the pieces keep to the limits of the program and show every criterion', () => {
  const limits = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 10 }))
    .map(([minimum, more]) => ({ minimum, maximum: minimum + more }));
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 10 }), (pieces, criteria) => {
      const plan = planPieces(portfolio(criteria, { points: 1, minimumPerCriterion: 0 }, pieces));
      expect(plan.length).toBeGreaterThanOrEqual(pieces.minimum);
      expect(plan.length).toBeLessThanOrEqual(pieces.maximum);
      expect(new Set(plan.flat()).size).toBe(criteria);
      expect(plan.every((shown) => shown.length > 0)).toBe(true);
    }),
  );
});

test('the levels are the second highest where that passes, and the highest where it does not', () => {
  expect(chooseLevels(portfolio(2, { points: 4, minimumPerCriterion: 2 }))).toEqual({ c0: 2, c1: 2 });
  expect(chooseLevels(portfolio(2, { points: 5, minimumPerCriterion: 2 }))).toEqual({ c0: 3, c1: 3 });
  expect(chooseLevels(portfolio(2, { points: 4, minimumPerCriterion: 3 }))).toEqual({ c0: 3, c1: 3 });
});
