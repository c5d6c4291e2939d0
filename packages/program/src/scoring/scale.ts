import type { Exam } from '../schema/program.ts';

/**
 * A score on the scale of the program: 0 points give the lowest, the pass mark the cut, all points the highest, straight
 * in between. What does not pass never reads as the cut.
 *
 * @param passMark whole score points.
 * @returns a whole number; undefined where the program has no scale.
 */
export function scaledScore(exam: Exam, score: number, maxScore: number, passMark: number): number | undefined {
  const { scale } = exam.pass;
  if (scale === undefined) return undefined;
  const { lowest, cut, highest } = scale;
  if (maxScore <= 0) return lowest;
  if (score < passMark) return Math.min(cut - 1, Math.round(lowest + ((cut - lowest) * score) / passMark));
  if (score >= maxScore) return highest;
  return Math.round(cut + ((highest - cut) * (score - passMark)) / (maxScore - passMark));
}
