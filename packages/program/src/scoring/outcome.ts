import type { TopicScore } from '../facts.ts';
import type { Course, Exam, Rated } from '../schema/program.ts';
import { scaledScore } from './scale.ts';

/** What a result-released fact says about one attempt. */
export interface Outcome {
  readonly passed: boolean;
  readonly score: number;
  readonly maxScore: number;
  /** Where the program has a scale. */
  readonly scaledScore?: number;
  readonly byTopic: readonly TopicScore[];
}

/**
 * The lowest score that passes.
 *
 * @param maxScore score points that can be reached: the items of the exam, less those that were dropped. A pass mark in
 *   points goes down with them in proportion.
 * @returns whole score points; a share that falls between two points is rounded up.
 */
export function examPassMark({ pass, items }: Exam, maxScore: number): number {
  if (pass.points !== undefined && maxScore >= items) return pass.points;
  const share = pass.points === undefined ? (pass.percent ?? 100) / 100 : pass.points / items;
  // Percentages such as 70 of 30 items would otherwise come out a hair above the whole number.
  return Math.ceil(share * maxScore - 1e-9);
}

/** Whether an exam is passed: only the total counts, topics are feedback. An exam without score points is not passed. */
export function judgeExam(exam: Exam, byTopic: readonly TopicScore[]): Outcome {
  const score = byTopic.reduce((sum, topic) => sum + topic.score, 0);
  const maxScore = byTopic.reduce((sum, topic) => sum + topic.maxScore, 0);
  const passMark = examPassMark(exam, maxScore);
  const scaled = scaledScore(exam, score, maxScore, passMark);
  const passed = maxScore > 0 && score >= passMark;
  return { passed, score, maxScore, ...(scaled === undefined ? {} : { scaledScore: scaled }), byTopic };
}

/**
 * Whether a portfolio or a session is passed: by the sum and by the minimum in every criterion.
 *
 * @param points by criterion id.
 * @returns `byTopic` has one entry a criterion, in the order of the rubric.
 * @throws {RangeError} when a criterion has no points, or points that none of its levels gives.
 */
export function judgeRated(assessment: Rated, points: Readonly<Record<string, number>>): Outcome {
  const byTopic = assessment.rubric.criteria.map(({ id, levels }): TopicScore => {
    const score = Object.hasOwn(points, id) ? points[id] : undefined;
    const possible = levels.map((level) => level.points);
    if (score === undefined || !possible.includes(score)) {
      throw new RangeError(`The criterion "${id}" needs one of ${possible.join(', ')} points, not ${String(score)}.`);
    }
    return { topic: id, score, maxScore: Math.max(...possible) };
  });
  const score = byTopic.reduce((sum, topic) => sum + topic.score, 0);
  const maxScore = byTopic.reduce((sum, topic) => sum + topic.maxScore, 0);
  const { points: needed, minimumPerCriterion } = assessment.pass;
  const passed = score >= needed && byTopic.every((topic) => topic.score >= minimumPerCriterion);
  return { passed, score, maxScore, byTopic };
}

/**
 * Whether a course is passed: every module has to be completed.
 *
 * @param done ids of the modules that are completed; others are not counted.
 * @returns a point a module, and one entry a module, in the order of the program.
 */
export function judgeCourse({ modules }: Course, done: readonly string[]): Outcome {
  const byTopic = modules.list.map(({ id }) => ({ topic: id, score: done.includes(id) ? 1 : 0, maxScore: 1 }));
  const score = byTopic.reduce((sum, topic) => sum + topic.score, 0);
  return { passed: score === byTopic.length, score, maxScore: byTopic.length, byTopic };
}
