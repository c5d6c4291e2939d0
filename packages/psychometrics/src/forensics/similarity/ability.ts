import { selectPersons } from '../../data/response-matrix.ts';
import { scorePersons } from '../../irt/scoring/index.ts';
import type { ModelAnswers } from './answer-model.ts';

/**
 * Variance of the normal prior that keeps abilities finite where all answers are right or wrong. It is so wide that θ
 * is the maximum likelihood estimate for all practical purposes (with 40 items 1 to 4 % nearer to 0). The numbers are
 * those of CopyDetect 1.3, so that both give the same statistics.
 */
const PRIOR_VARIANCE = { options: 10, scores: 5, both: 10 } as const;

/** θ per person, and who had no answer to judge by. */
export interface Abilities {
  readonly thetas: Float64Array;
  /** Ids of candidates without an answer that tells anything; they count as θ = 0. */
  readonly without: readonly string[];
}

/**
 * The ability of candidates, all but maximum likelihood; see the prior above.
 *
 * @param needed indices of those who are compared; θ of the others stays 0. All without it.
 */
export function abilitiesOf(model: ModelAnswers, needed?: Iterable<number>): Abilities {
  const variance = PRIOR_VARIANCE[model.compares];
  const chosen = needed === undefined ? model.answers.persons.map((_, person) => person) : [...new Set(needed)];
  const answers = selectPersons(model.answers, chosen);
  const scores = scorePersons(answers, model.items, { method: 'map', mean: 0, variance });
  const thetas = new Float64Array(model.answers.persons.length);
  scores.forEach(({ theta }, at) => {
    thetas[chosen[at] ?? 0] = theta ?? 0;
  });
  return { thetas, without: scores.filter(({ theta }) => theta === null).map(({ id }) => id) };
}
