import type { Portfolio } from '@testamur/program';
import { expect, test } from 'vitest';
import { freePositions, lackingIn, uncoveredCriteria, unknownCriteria } from './portfolio.ts';

const criterion = (id: string) => ({
  id,
  title: id.toUpperCase(),
  description: 'D',
  levels: [0, 1, 2].map((points) => ({ points, label: 'L', descriptor: 'D' })),
});
const portfolio: Portfolio = {
  kind: 'portfolio',
  id: 'work',
  title: 'Work',
  description: 'D',
  pieces: { minimum: 2, maximum: 4 },
  rubric: { criteria: [criterion('a'), criterion('b')] },
  pass: { points: 2, minimumPerCriterion: 1 },
  retake: { wait: 'P30D', attempts: 3, within: 'P12M' },
};

test('a portfolio is complete when it has enough pieces and they show every criterion', () => {
  expect(lackingIn(portfolio, [{ criteria: ['a'] }, { criteria: ['b'] }])).toEqual([]);
  expect(lackingIn(portfolio, [{ criteria: ['a', 'b'] }])).toEqual([
    { path: 'pieces', message: 'Add at least 2 pieces.' },
  ]);
  expect(lackingIn(portfolio, [{ criteria: ['a'] }, { criteria: ['a'] }])).toEqual([
    { path: 'criteria.b', message: 'No piece shows "B".' },
  ]);
});

test('criteria are those of the rubric', () => {
  expect(uncoveredCriteria(portfolio, [])).toEqual(['a', 'b']);
  expect(unknownCriteria(portfolio, ['a', 'x'])).toEqual(['x']);
});

test('places are filled where pieces were taken out', () => {
  expect(freePositions(4, [1, 3])).toEqual([2, 4]);
  expect(freePositions(2, [1, 2])).toEqual([]);
});
