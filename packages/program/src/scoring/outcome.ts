import type { TopicScore } from '../facts.ts';
import type { Exam, Portfolio } from '../schema/program.ts';

/** What a result-released fact says about one attempt. */
export interface Outcome {
  readonly passed: boolean;
  readonly score: number;
  readonly maxScore: number;
  readonly byTopic: readonly TopicScore[];
}

/**
 * The lowest score that passes.
 *
 * @param maxScore score points that can be reached: the items of the exam, less those that were dropped.
 * @returns whole score points; a share that falls between two points is rounded up.
 */
export function examPassMark(exam: Exam, maxScore: number): number {
  // Percentages such as 70 of 30 items would otherwise come out a hair above the whole number.
  return Math.ceil((exam.pass.percent * maxScore) / 100 - 1e-9);
}

/** Whether an exam is passed: only the total counts, topics are feedback. An exam without score points is not passed. */
export function judgeExam(exam: Exam, byTopic: readonly TopicScore[]): Outcome {
  const score = byTopic.reduce((sum, topic) => sum + topic.score, 0);
  const maxScore = byTopic.reduce((sum, topic) => sum + topic.maxScore, 0);
  return { passed: maxScore > 0 && score >= examPassMark(exam, maxScore), score, maxScore, byTopic };
}

/**
 * Whether a portfolio is passed: by the sum and by the minimum in every criterion.
 *
 * @param points by criterion id.
 * @returns `byTopic` has one entry a criterion, in the order of the rubric.
 * @throws {RangeError} when a criterion has no points, or points that none of its levels gives.
 */
export function judgePortfolio(portfolio: Portfolio, points: Readonly<Record<string, number>>): Outcome {
  const byTopic = portfolio.rubric.criteria.map(({ id, levels }): TopicScore => {
    const score = Object.hasOwn(points, id) ? points[id] : undefined;
    const possible = levels.map((level) => level.points);
    if (score === undefined || !possible.includes(score)) {
      throw new RangeError(`The criterion "${id}" needs one of ${possible.join(', ')} points, not ${String(score)}.`);
    }
    return { topic: id, score, maxScore: Math.max(...possible) };
  });
  const score = byTopic.reduce((sum, topic) => sum + topic.score, 0);
  const maxScore = byTopic.reduce((sum, topic) => sum + topic.maxScore, 0);
  const { points: needed, minimumPerCriterion } = portfolio.pass;
  const passed = score >= needed && byTopic.every((topic) => topic.score >= minimumPerCriterion);
  return { passed, score, maxScore, byTopic };
}
