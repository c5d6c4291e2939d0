import { describe, expect, it } from 'vitest';
import type { Rated } from '../schema/program.ts';
import { judgePanel } from './panel.ts';

const criterion = (id: string) => ({
  ...{ id, title: id, description: 'D' },
  levels: [0, 1, 2, 3, 4].map((points) => ({ points, label: 'L', descriptor: 'D' })),
});
const oral: Rated = {
  ...{ kind: 'oral', id: 'oral', title: 'Oral', description: 'D', timeLimitMinutes: 45, panel: { examiners: 3 } },
  rubric: { criteria: [criterion('a'), criterion('b')] },
  pass: { points: 5, minimumPerCriterion: 2 },
  retake: { wait: 'P30D', attempts: 2, within: 'P12M' },
};
const judge = (...panel: readonly (readonly [number, number])[]) =>
  judgePanel(
    oral,
    panel.map(([a, b]) => ({ a, b })),
  );

describe('a panel', () => {
  it('gives each criterion the mean of its examiners, rounded to the hundredth', () => {
    expect(judge([3, 2], [3, 3], [4, 3])).toEqual({
      ...{ passed: true, score: 6, maxScore: 8 },
      byTopic: [
        { topic: 'a', score: 3.33, maxScore: 4 },
        { topic: 'b', score: 2.67, maxScore: 4 },
      ],
    });
  });

  it('holds the mean, not a single examiner, against the minimum of a criterion', () => {
    expect(judge([4, 1], [4, 2], [4, 3]).passed).toBe(true);
    expect(judge([4, 1], [4, 2], [4, 2]).passed).toBe(false);
  });

  it('compares the means as they are, so that rounding lets nobody pass', () => {
    // 4.996 would be rounded to 5.00.
    const many = Array.from({ length: 250 }, (_, index) => [3, index === 0 ? 1 : 2] as const);
    expect(judge(...many)).toMatchObject({ passed: false, score: 5 });
  });

  it('of one examiner is what that examiner gave', () => {
    expect(judge([3, 2])).toMatchObject({ passed: true, score: 5, byTopic: [{ score: 3 }, { score: 2 }] });
  });

  it('needs an examiner, and levels of the rubric', () => {
    expect(() => judge()).toThrow(/without an examiner/);
    expect(() => judge([3, 2], [3, 9])).toThrow(/"b" needs one of/);
  });
});
