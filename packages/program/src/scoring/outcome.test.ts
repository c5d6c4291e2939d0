import { describe, expect, it } from 'vitest';
import type { Exam, Portfolio } from '../schema/program.ts';
import { calt } from '../testing/calt.ts';
import { examPassMark, judgeExam, judgePortfolio } from './outcome.ts';

const exam = calt.assessments.find((assessment): assessment is Exam => assessment.kind === 'exam');
const portfolio = calt.assessments.find((assessment): assessment is Portfolio => assessment.kind === 'portfolio');
if (exam === undefined || portfolio === undefined) throw new Error('The program has both.');

const inTopics = (score: number, maxScore = 100) => [
  { topic: 'cataloging', score: Math.min(score, 24), maxScore: 24 },
  { topic: 'reference', score: Math.max(0, score - 24), maxScore: maxScore - 24 },
];

describe('an exam', () => {
  it('is passed from the pass mark on, by its total', () => {
    expect(judgeExam(exam, inTopics(70))).toMatchObject({ passed: true, score: 70, maxScore: 100 });
    expect(judgeExam(exam, inTopics(69))).toMatchObject({ passed: false, score: 69 });
    expect(judgeExam(exam, [])).toMatchObject({ passed: false, maxScore: 0 });
  });

  it('rounds a pass mark between two points up, and a whole one not', () => {
    expect([examPassMark(exam, 100), examPassMark(exam, 99), examPassMark(exam, 30), examPassMark(exam, 10)]).toEqual([
      70, 70, 21, 7,
    ]);
    expect(examPassMark({ ...exam, pass: { percent: 55 } }, 100)).toBe(55);
  });
});

describe('a portfolio', () => {
  const points = { practice: 3, knowledge: 3, service: 2, reflection: 2 };

  it('is passed by its sum', () => {
    expect(judgePortfolio(portfolio, points)).toMatchObject({ passed: true, score: 10, maxScore: 16 });
    expect(judgePortfolio(portfolio, { ...points, knowledge: 2 })).toMatchObject({ passed: false, score: 9 });
  });

  it('is not passed with a criterion below the minimum, whatever its sum', () => {
    expect(judgePortfolio(portfolio, { practice: 4, knowledge: 4, service: 4, reflection: 1 })).toMatchObject({
      passed: false,
      score: 13,
    });
  });

  it('gives its criteria in the order of the rubric', () => {
    expect(judgePortfolio(portfolio, points).byTopic.map(({ topic }) => topic)).toEqual([
      'practice',
      'knowledge',
      'service',
      'reflection',
    ]);
  });

  it.each([
    { ...points, reflection: 5 },
    { ...points, reflection: 2.5 },
    { practice: 4, knowledge: 4, service: 4 },
  ])('refuses points that no level gives, or none: %j', (given) =>
    expect(() => judgePortfolio(portfolio, given)).toThrow(/"reflection" needs one of 0, 1, 2, 3, 4 points/),
  );
});
