import type { ModelAnswers } from './answer-model.ts';
import { fillProbabilities } from './answer-model.ts';

/** The answers with what the model expects of each person: what the similarity statistics work on. */
export interface PairModel extends ModelAnswers {
  /** One θ per person. */
  readonly thetas: Float64Array;
  /** At `(person * items + item) * stride + category`; 0 where the person gave no answer. */
  readonly probabilities: Float64Array;
}

/**
 * Computes the probabilities of all answers of all persons, once for all pairs.
 *
 * @param thetas one finite θ per person.
 * @throws {RangeError} naming a person without θ.
 */
export function pairModel(model: ModelAnswers, thetas: ArrayLike<number>): PairModel {
  const { persons } = model.answers;
  if (thetas.length !== persons.length) {
    throw new RangeError(`${thetas.length} abilities were given for ${persons.length} candidates; give one for each`);
  }
  const size = model.items.length * model.stride;
  const probabilities = new Float64Array(persons.length * size);
  persons.forEach((id, person) => {
    const theta = thetas[person] ?? Number.NaN;
    if (!Number.isFinite(theta))
      throw new RangeError(`candidate ${id} has no ability (${theta}); give a finite number`);
    fillProbabilities(model, person, theta, probabilities, person * size);
  });
  return { ...model, thetas: Float64Array.from(thetas), probabilities };
}

/**
 * For each item that both answered, the probability that the two answers agree and are right, and that they agree and
 * are wrong.
 */
export interface MatchProbabilities {
  readonly correct: Float64Array;
  readonly incorrect: Float64Array;
}

/**
 * Match probabilities of two persons who work independently, Σ_k P_a(k) P_b(k), one per item that both answered. Where
 * the key is not known all stand under `incorrect`.
 */
export function matchProbabilities(model: PairModel, a: number, b: number): MatchProbabilities {
  const { probabilities, stride, right, answers } = model;
  const width = answers.items.length;
  const correct: number[] = [];
  const incorrect: number[] = [];
  for (let item = 0; item < width; item += 1) {
    if ((answers.values[a * width + item] ?? -1) < 0 || (answers.values[b * width + item] ?? -1) < 0) continue;
    let agree = 0;
    let agreeRight = 0;
    for (let k = 0; k < stride; k += 1) {
      const p =
        (probabilities[(a * width + item) * stride + k] ?? 0) * (probabilities[(b * width + item) * stride + k] ?? 0);
      agree += p;
      if (right?.[item * stride + k] === 1) agreeRight += p;
    }
    correct.push(agreeRight);
    incorrect.push(agree - agreeRight);
  }
  return { correct: Float64Array.from(correct), incorrect: Float64Array.from(incorrect) };
}

/** Answers of two persons that agree in the categories of the model. */
export interface ModelMatches {
  readonly compared: number;
  readonly correct: number;
  readonly incorrect: number;
}

/** Counts the answers that agree, right and wrong; without a key all stand under `incorrect`. */
export function modelMatches({ answers, right, stride }: ModelAnswers, a: number, b: number): ModelMatches {
  const width = answers.items.length;
  let compared = 0;
  let correct = 0;
  let incorrect = 0;
  for (let item = 0; item < width; item += 1) {
    const first = answers.values[a * width + item] ?? -1;
    const second = answers.values[b * width + item] ?? -1;
    if (first < 0 || second < 0) continue;
    compared += 1;
    if (first !== second) continue;
    if (right?.[item * stride + first] === 1) correct += 1;
    else incorrect += 1;
  }
  return { compared, correct, incorrect };
}
