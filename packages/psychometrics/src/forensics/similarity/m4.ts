import type { MatchProbabilities } from './pair-model.ts';

/**
 * M4: the exact joint distribution of identical right and identical wrong answers of two candidates who work
 * independently (a generalized trinomial), and the probability of a pair of counts at least as extreme as the observed.
 * Pairs of counts are ordered by their joint upper tail P(C ≥ c, W ≥ w): a pair is as extreme where its tail is no
 * larger.
 *
 * @param given match probabilities per item.
 * @param correct,incorrect the observed counts.
 * @returns p in [0, 1].
 * @see Maynes (2014), in Kingston & Clark (eds.), Test Fraud; Maynes (2017), in Cizek & Wollack (eds.), Handbook of
 *   Quantitative Methods for Detecting Cheating on Tests.
 */
export function m4(given: MatchProbabilities, correct: number, incorrect: number): number {
  const n = given.correct.length;
  const { mass, side } = trinomial(given);
  const tail = new Float64Array((side + 1) * (side + 1));
  // T(c, w) = P(C ≥ c, W ≥ w) from the row above and the tail of the row itself.
  for (let c = n; c >= 0; c -= 1) {
    let row = 0;
    for (let w = n; w >= 0; w -= 1) {
      row += mass[c * side + w] ?? 0;
      tail[c * (side + 1) + w] = row + (tail[(c + 1) * (side + 1) + w] ?? 0);
    }
  }
  // Tails that are equal but for rounding count as equal.
  const observed = (tail[correct * (side + 1) + incorrect] ?? 0) * (1 + 1e-10);
  let p = 0;
  for (let c = 0; c <= n; c += 1) {
    for (let w = 0; w <= n - c; w += 1) {
      if ((tail[c * (side + 1) + w] ?? 0) <= observed) p += mass[c * side + w] ?? 0;
    }
  }
  return Math.min(1, p);
}

/** The mass of c right and w wrong matches at `c * side + w`, side = n + 1. */
function trinomial({ correct, incorrect }: MatchProbabilities): { readonly mass: Float64Array; readonly side: number } {
  const n = correct.length;
  const side = n + 1;
  const mass = new Float64Array(side * side);
  mass[0] = 1;
  for (let item = 0; item < n; item += 1) {
    const right = correct[item] ?? 0;
    const wrong = incorrect[item] ?? 0;
    const none = 1 - right - wrong;
    for (let c = item + 1; c >= 0; c -= 1) {
      const row = c * side;
      for (let w = item + 1 - c; w >= 0; w -= 1) {
        let value = (mass[row + w] ?? 0) * none;
        if (w > 0) value += (mass[row + w - 1] ?? 0) * wrong;
        if (c > 0) value += (mass[row - side + w] ?? 0) * right;
        mass[row + w] = value;
      }
    }
  }
  return { mass, side };
}
