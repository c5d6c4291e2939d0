import { describe, expect, it } from 'vitest';
import { type AssessmentReport, byAssessment, spanOf } from './report.ts';

const report = (assessmentId: string, attempt: number, passed: boolean): AssessmentReport => ({
  assessmentId,
  title: assessmentId,
  kind: 'exam',
  attempt,
  passed,
  score: 0,
  maxScore: 100,
  passMark: 70,
  releasedAt: '2027-03-01T12:00:00.000Z',
  topics: [],
  comments: [],
  nextStep: '',
  attemptsLeft: 1,
  appealUntil: '2027-03-31T12:00:00.000Z',
});

describe('released results', () => {
  it('show the last attempt of each assessment, what was not passed first', () => {
    const reports = [report('portfolio', 1, true), report('exam', 1, false), report('exam', 2, false)];
    const found = byAssessment(reports).map(({ latest, earlier }) => [
      latest.assessmentId,
      latest.attempt,
      earlier.map(({ attempt }) => attempt),
    ]);
    expect(found).toEqual([
      ['exam', 2, [1]],
      ['portfolio', 1, []],
    ]);
  });
});

describe('the bar of a topic', () => {
  const topic = { topic: 't', title: 'T' };
  it('reaches one standard error to either side, and not beyond all or nothing', () => {
    expect(spanOf({ ...topic, score: 15, maxScore: 20, marginPoints: 2 })).toEqual({ at: 75, from: 65, to: 85 });
    expect(spanOf({ ...topic, score: 19.5, maxScore: 20, marginPoints: 1 })).toEqual({ at: 97.5, from: 92.5, to: 100 });
    expect(spanOf({ ...topic, score: 0, maxScore: 4, marginPoints: 0 })).toEqual({ at: 0, from: 0, to: 0 });
  });
});
