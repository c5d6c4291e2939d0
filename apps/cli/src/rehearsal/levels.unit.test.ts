import { isRated, judgeRated, type Portfolio } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { allPrograms } from '../testing/programs.ts';
import { failingLevels, passingLevels } from './levels.ts';

const portfolio = (pass: Portfolio['pass']): Portfolio => ({
  kind: 'portfolio',
  id: 'work',
  title: 'Work',
  description: 'D',
  pieces: { minimum: 1, maximum: 10 },
  rubric: {
    criteria: ['c0', 'c1'].map((id) => ({
      id,
      title: 'C',
      description: 'D',
      levels: [0, 1, 2, 3].map((points) => ({ points, label: 'L', descriptor: 'D' })),
    })),
  },
  pass,
  retake: { wait: 'P30D', attempts: 3, within: 'P12M' },
});

test('the levels are the second highest where that passes, and the highest where it does not', () => {
  expect(passingLevels(portfolio({ points: 4, minimumPerCriterion: 2 }))).toEqual({ c0: 2, c1: 2 });
  expect(passingLevels(portfolio({ points: 5, minimumPerCriterion: 2 }))).toEqual({ c0: 3, c1: 3 });
  expect(passingLevels(portfolio({ points: 4, minimumPerCriterion: 3 }))).toEqual({ c0: 3, c1: 3 });
});

test('one criterion below its minimum fails it; without a minimum all are at their lowest', () => {
  expect(failingLevels(portfolio({ points: 3, minimumPerCriterion: 1 }))).toEqual({ c0: 0, c1: 3 });
  expect(failingLevels(portfolio({ points: 3, minimumPerCriterion: 0 }))).toEqual({ c0: 0, c1: 0 });
});

const rated = allPrograms.flatMap(({ id, assessments }) =>
  assessments.filter(isRated).map((assessment) => [`${id}: ${assessment.title}`, assessment] as const),
);

describe.each(rated)('%s', (_title, assessment) => {
  test('passes by the one and fails by the other', () => {
    expect(judgeRated(assessment, passingLevels(assessment)).passed).toBe(true);
    expect(judgeRated(assessment, failingLevels(assessment)).passed).toBe(false);
  });
});
