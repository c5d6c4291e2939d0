import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { correlation } from '../../numeric/summary.ts';

/** How a person's pattern of right and wrong agrees with the order of difficulty; null where it cannot disagree. */
export interface GroupBasedFit {
  /** Guttman errors: pairs of items of which the easier is wrong and the harder right. */
  readonly guttman: number;
  /** Guttman errors as a share of the most that the sum score allows, 0 to 1. */
  readonly guttmanNormed: number | null;
  /** 0: the easiest items are right, 1: the hardest. */
  readonly u3: number | null;
  /** The modified caution index, 0 to 1; from 0.3 on caution. */
  readonly cStar: number | null;
  /** Agreement with the other persons, at most 1; low or negative values are surprising. Complete rows only. */
  readonly ht: number | null;
  /** The correlation of the responses with the shares of right answers. */
  readonly personalBiserial: number | null;
}

/**
 * Person fit without a model, of items with two categories.
 *
 * Missing responses do not enter, and items that all or none answered right enter U3 no more than they could tell; Ht
 * needs complete rows. Items of equal difficulty count in the order of the columns.
 *
 * @throws {RangeError} naming items with a category above 1.
 * @see Guttman (1944); van der Flier (1982), J. Cross-Cult. Psychol. 13(3), for U3; Harnisch & Linn (1981), JEM 18(3),
 * for C*; Sijtsma & Meijer (1992), APM 16(2), for Ht; Donlon & Fischer (1968), EPM 28(1), for the personal biserial.
 */
export function groupBasedFit(data: ResponseMatrix): readonly GroupBasedFit[] {
  const shares = sharesRight(data);
  const order = Array.from(shares, (_, item) => item).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const agreement = transposedScalability(data);
  return data.persons.map((_, person) => {
    const responses = personResponses(data, person);
    const answered = order.filter((item) => (responses[item] ?? -1) >= 0);
    const x = answered.map((item) => responses[item] ?? 0);
    const p = answered.map((item) => shares[item] ?? 0);
    const right = x.reduce((sum, value) => sum + value, 0);
    const wrong = x.length - right;
    let guttman = 0;
    let wrongSoFar = 0;
    for (const value of x) {
      if (value === 1) guttman += wrongSoFar;
      else wrongSoFar += 1;
    }
    const telling = p.map((share, at) => ({ share, value: x[at] ?? 0 })).filter(({ share }) => share > 0 && share < 1);
    return {
      guttman,
      guttmanNormed: right > 0 && wrong > 0 ? guttman / (right * wrong) : null,
      u3: distanceFromGuttman(
        telling.map(({ value }) => value),
        telling.map(({ share }) => Math.log(share / (1 - share))),
      ),
      cStar: distanceFromGuttman(x, p),
      ht: agreement[person] ?? null,
      personalBiserial: x.length < 2 ? null : correlation(x, p),
    };
  });
}

function sharesRight(data: ResponseMatrix): Float64Array {
  const width = data.items.length;
  const right = new Float64Array(width);
  const answered = new Float64Array(width);
  data.values.forEach((value, at) => {
    const item = at % width;
    if (value > 1) {
      throw new RangeError(
        `item ${data.items[item]}: category ${value}; person fit without a model takes right and wrong (1 and 0) only`,
      );
    }
    if (value < 0) return;
    right[item] = (right[item] ?? 0) + value;
    answered[item] = (answered[item] ?? 0) + 1;
  });
  return right.map((count, item) => ((answered[item] ?? 0) > 0 ? count / (answered[item] ?? 1) : 0));
}

/** From the perfect pattern (0) to the reversed one (1), by weights that fall from item to item. */
function distanceFromGuttman(x: readonly number[], weights: readonly number[]): number | null {
  const right = x.reduce((sum, value) => sum + value, 0);
  let best = 0;
  let worst = 0;
  let own = 0;
  weights.forEach((weight, at) => {
    if (at < right) best += weight;
    if (at >= x.length - right) worst += weight;
    own += weight * (x[at] ?? 0);
  });
  return best - worst > 1e-12 ? (best - own) / (best - worst) : null;
}

/** Ht: the covariances of a person's responses with everybody else's, over the most that the sum scores allow. */
function transposedScalability({ persons, items, values }: ResponseMatrix): readonly (number | null)[] {
  const width = items.length;
  const scores = persons.map((_, person) => {
    let sum = 0;
    for (const value of values.subarray(person * width, (person + 1) * width)) {
      if (value < 0) return null;
      sum += value;
    }
    return sum;
  });
  const right = new Float64Array(width);
  const withScore = new Float64Array(width + 1);
  scores.forEach((score, person) => {
    if (score === null) return;
    withScore[score] = (withScore[score] ?? 0) + 1;
    for (let item = 0; item < width; item += 1) {
      right[item] = (right[item] ?? 0) + (values[person * width + item] ?? 0);
    }
  });
  return scores.map((score, person) => {
    if (score === null || score === 0 || score === width) return null;
    let together = -score;
    for (let item = 0; item < width; item += 1) {
      if (values[person * width + item] === 1) together += right[item] ?? 0;
    }
    let covariance = together * width;
    let most = 0;
    withScore.forEach((count, other) => {
      const others = count - (other === score ? 1 : 0);
      covariance -= others * score * other;
      most += others * (Math.min(score, other) * width - score * other);
    });
    return most > 0 ? covariance / most : null;
  });
}
