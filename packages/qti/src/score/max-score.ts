import type { ChoiceInteraction } from '../model/content.ts';
import type { AssessmentItem } from '../model/item.ts';
import { interactionsOf } from '../model/walk.ts';
import type { Responses, ResponseValue } from './response.ts';
import { scoreItem } from './score-item.ts';

/** Beyond this many different answers an item is not tried out in full. */
const MAX_TRIALS = 4096;

/**
 * The most score points that any answer to the item earns: exact, by trying every valid answer, while there are at most
 * 4,096 of them. Beyond that: what the key earns by match_correct, which is the most that it gives, or the
 * `normal-maximum` declared of SCORE.
 *
 * @returns score points; null when the item is not scorable, has no numeric SCORE, or declares no maximum.
 */
export function maxScore(item: AssessmentItem): number | null {
  if (item.processing.type !== 'rules') return null;
  const interactions = interactionsOf(item.body);
  const trials = interactions.reduce((product, interaction) => product * countAnswers(interaction), 1);
  if (trials <= MAX_TRIALS) return best(item, everyAnswer(interactions));
  if (item.processing.template === 'match_correct') return best(item, [null, keyOf(item)]);
  return item.outcomes.find(({ identifier }) => identifier === 'SCORE')?.normalMaximum ?? null;
}

function best(item: AssessmentItem, answers: Iterable<Responses | null>): number | null {
  let most: number | null = null;
  for (const answer of answers) {
    const scored = scoreItem(item, answer);
    if (scored.ok && scored.score !== null && (most === null || scored.score > most)) most = scored.score;
  }
  return most;
}

function keyOf(item: AssessmentItem): Responses {
  const keys = item.responses.map(({ identifier, cardinality, correct }): [string, ResponseValue] => {
    const identifiers = correct.map(String);
    return [identifier, cardinality === 'single' ? (identifiers[0] ?? null) : identifiers];
  });
  return Object.fromEntries(keys);
}

/** An upper bound: subsets larger than max-choices are counted and later refused. */
function countAnswers({ cardinality, choices }: ChoiceInteraction): number {
  return cardinality === 'single' ? choices.length + 1 : 2 ** choices.length;
}

function* everyAnswer(interactions: readonly ChoiceInteraction[]): Generator<Responses> {
  const [first, ...rest] = interactions;
  if (first === undefined) {
    yield {};
    return;
  }
  for (const others of everyAnswer(rest)) {
    for (const value of answersTo(first)) yield { ...others, [first.responseIdentifier]: value };
  }
}

function* answersTo({ cardinality, choices }: ChoiceInteraction): Generator<ResponseValue> {
  const identifiers = choices.map(({ identifier }) => identifier);
  if (cardinality === 'single') {
    yield null;
    yield* identifiers;
    return;
  }
  for (let subset = 0; subset < 2 ** identifiers.length; subset += 1) {
    yield identifiers.filter((_, index) => (subset >> index) & 1);
  }
}
