import { describe, expect, it } from 'vitest';
import type { Exam, Portfolio } from '../schema/program.ts';
import { calt } from '../testing/calt.ts';
import { course as courseOf, exam as examOf } from '../testing/parts.ts';
import { examPassMark, judgeCourse, judgeExam, judgeRated } from './outcome.ts';
import { scaledScore } from './scale.ts';

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

describe('a pass mark in points', () => {
  const points = { ...exam, pass: { points: 72 } };

  it('is itself while all items count, and goes down with items that are dropped', () => {
    expect([examPassMark(points, 100), examPassMark(points, 50), examPassMark(points, 99)]).toEqual([72, 36, 72]);
  });
});

describe('a scaled score', () => {
  const scaled = examOf('core', { pass: { percent: 70, scale: { lowest: 100, cut: 700, highest: 900 } } });

  it('puts nothing on the lowest, the pass mark on the cut and everything on the highest, straight in between', () => {
    expect([0, 35, 70, 85, 100].map((score) => scaledScore(scaled, score, 100, 70))).toEqual([100, 400, 700, 800, 900]);
  });

  it('never reads as the cut for a score that does not pass, and never falls', () => {
    const scale = { lowest: 1, cut: 3, highest: 4 };
    const coarse = examOf('core', { pass: { percent: 70, scale } });
    const all = Array.from({ length: 101 }, (_, score) => scaledScore(coarse, score, 100, 70) ?? 0);
    expect(all[69]).toBe(2);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
  });

  it('comes with the result, where the program has a scale', () => {
    expect(judgeExam(scaled, inTopics(85)).scaledScore).toBe(800);
    expect(judgeExam(exam, inTopics(85))).not.toHaveProperty('scaledScore');
  });
});

describe('a course', () => {
  it('is passed by every module, in the order of the program', () => {
    const basics = courseOf('basics');
    expect(judgeCourse(basics, ['basics-two', 'nowhere'])).toMatchObject({ passed: false, score: 1, maxScore: 2 });
    const done = judgeCourse(basics, ['basics-two', 'basics-one']);
    expect(done).toMatchObject({ passed: true, score: 2 });
    expect(done.byTopic.map(({ topic }) => topic)).toEqual(['basics-one', 'basics-two']);
  });
});

describe('a portfolio', () => {
  const points = { practice: 3, knowledge: 3, service: 2, reflection: 2 };

  it('is passed by its sum', () => {
    expect(judgeRated(portfolio, points)).toMatchObject({ passed: true, score: 10, maxScore: 16 });
    expect(judgeRated(portfolio, { ...points, knowledge: 2 })).toMatchObject({ passed: false, score: 9 });
  });

  it('is not passed with a criterion below the minimum, whatever its sum', () => {
    expect(judgeRated(portfolio, { practice: 4, knowledge: 4, service: 4, reflection: 1 })).toMatchObject({
      passed: false,
      score: 13,
    });
  });

  it('gives its criteria in the order of the rubric', () => {
    expect(judgeRated(portfolio, points).byTopic.map(({ topic }) => topic)).toEqual([
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
    expect(() => judgeRated(portfolio, given)).toThrow(/"reflection" needs one of 0, 1, 2, 3, 4 points/),
  );
});
