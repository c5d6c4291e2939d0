import { type Exam, examPassMark, judgeExam, type Outcome, type TopicScore } from '@testamur/program';
import { type AssessmentItem, maxScore, type PlainValues, scoreItem } from '@testamur/qti';

/** One item of a form, read. `seed`: of what is random in it for this candidate. */
export interface ScoredItem {
  readonly itemId: string;
  readonly topic: string;
  readonly item: AssessmentItem;
  readonly seed: number;
}

/** A result before it is released, in score points. */
export interface Score extends Outcome {
  readonly passMark: number;
}

// Points are kept to a thousandth; sums of decimal points are rounded to that.
const toThousandths = (points: number): number => Math.round(points * 1000) / 1000;

const pointsOf = ({ item, itemId, seed }: ScoredItem, responses: PlainValues | null): number => {
  const scored = scoreItem(item, responses, { seed });
  if (scored.ok && scored.score !== null) return scored.score;
  // Responses are checked before they are saved, and items that cannot be scored do not enter the bank.
  throw new Error(`The item ${itemId} cannot be scored: ${scored.ok ? 'it gives no SCORE' : scored.reason}.`);
};

/** Points by topic, topics in the order in which the form first has them. */
const scoreTopics = (
  items: readonly ScoredItem[],
  responses: ReadonlyMap<string, PlainValues>,
): readonly TopicScore[] => {
  const topics = new Map<string, { score: number; maxScore: number }>();
  for (const scored of items) {
    const topic = topics.get(scored.topic) ?? { score: 0, maxScore: 0 };
    topic.score += pointsOf(scored, responses.get(scored.itemId) ?? null);
    topic.maxScore += maxScore(scored.item) ?? 0;
    topics.set(scored.topic, topic);
  }
  return [...topics].map(([topic, points]) => ({
    topic,
    score: toThousandths(points.score),
    maxScore: toThousandths(points.maxScore),
  }));
};

/**
 * Scores an exam by the keys of its items. What was not answered earns what its processing gives for no response, which
 * is nothing for a matched key.
 *
 * @param responses by item id, then by response variable.
 */
export const scoreExam = (
  exam: Exam,
  items: readonly ScoredItem[],
  responses: ReadonlyMap<string, PlainValues>,
): Score => {
  const outcome = judgeExam(exam, scoreTopics(items, responses));
  return { ...outcome, passMark: examPassMark(exam, outcome.maxScore) };
};
