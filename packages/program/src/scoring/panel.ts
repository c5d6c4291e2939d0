import type { Rated } from '../schema/program.ts';
import { judgeRated, type Outcome } from './outcome.ts';

const toHundredths = (points: number): number => Math.round(points * 100 + 1e-9) / 100;

/**
 * Whether an assessment that several examiners rated is passed. The points of a criterion are the mean over the
 * examiners; the sum of the means and the minimum in every criterion decide. One examiner alone is their own mean.
 *
 * Means are compared as they are, before any rounding, so that nobody passes or fails by it.
 *
 * @param panel of each examiner, the points by criterion id.
 * @returns `score` and the scores of `byTopic` are rounded half up to the hundredth of a point; of a panel whose means do
 *   not come out even the topics may therefore differ from the score by some hundredths.
 * @throws {RangeError} without an examiner, and when a criterion has no points or points that none of its levels gives.
 */
export function judgePanel(assessment: Rated, panel: readonly Readonly<Record<string, number>>[]): Outcome {
  const single = panel.map((points) => judgeRated(assessment, points));
  const [first] = single;
  if (first === undefined) throw new RangeError(`"${assessment.id}" cannot be judged without an examiner.`);
  const sums = first.byTopic.map(({ topic, maxScore }, index) => {
    const sum = single.reduce((total, { byTopic }) => total + (byTopic[index]?.score ?? 0), 0);
    return { topic, sum, maxScore };
  });
  const total = sums.reduce((all, { sum }) => all + sum, 0);
  const { points, minimumPerCriterion } = assessment.pass;
  // Sums of whole points against whole multiples: no division, so no hair's breadth decides.
  const passed = total >= points * panel.length && sums.every(({ sum }) => sum >= minimumPerCriterion * panel.length);
  return {
    passed,
    score: toHundredths(total / panel.length),
    maxScore: first.maxScore,
    byTopic: sums.map(({ topic, sum, maxScore }) => ({ topic, score: toHundredths(sum / panel.length), maxScore })),
  };
}
