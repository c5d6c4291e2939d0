import type { Booklet } from './booklets.ts';
import { multiplyPolynomials, withoutEach } from './symmetric-functions.ts';

/** The conditional log-likelihood with its derivatives to all d_ik. */
export interface ConditionalExpansion {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives, row by row; its null space is the shift of θ. */
  readonly information: Float64Array;
}

/** The parameters d_i1 … d_im of item i stand from `first[i]` to before `first[i + 1]`. */
export type FirstParameter = Int32Array;

/** Per item the probabilities of its categories at θ = 0, and the logarithm of what they were divided by. */
function weightsOf(d: Float64Array, from: number, to: number): { weights: Float64Array; logZ: number } {
  const exponents = Float64Array.of(0, ...d.subarray(from, to));
  const highest = exponents.reduce((most, value) => Math.max(most, value), 0);
  const weights = exponents.map((value) => Math.exp(value - highest));
  const sum = weights.reduce((total, value) => total + value, 0);
  return { weights: weights.map((value) => value / sum), logZ: highest + Math.log(sum) };
}

/**
 * The log-likelihood of the responses given the scores, L = Σ d_ix − Σ n_r log γ_r.
 *
 * @param second whether the information is wanted; without it the matrix is empty.
 * @throws {RangeError} where a score is too improbable to be told from 0 (from about 1,000 items on).
 * @see Andersen (1972), JRSS B 34(1); Fischer & Ponocny (1994), Psychometrika 59(2) for several categories.
 */
export function conditionalLikelihood(
  booklets: readonly Booklet[],
  first: FirstParameter,
  d: Float64Array,
  second: boolean,
): ConditionalExpansion {
  const size = d.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(second ? size * size : 0);
  let value = 0;
  for (const { items, scores, counts } of booklets) {
    const weighted = Array.from(items, (i) => weightsOf(d, first[i] ?? 0, first[i + 1] ?? 0));
    const weights = weighted.map((item) => item.weights);
    const shift = weighted.reduce((sum, { logZ }) => sum + logZ, 0);
    const without = withoutEach(weights);
    const gamma = multiplyPolynomials(without[0] ?? Float64Array.of(1), weights[0] ?? Float64Array.of(1));
    const share = scores.map((n, r) => {
      const g = gamma[r] ?? 0;
      if (n > 0 && !(g > 1e-280)) {
        throw new RangeError('a score is too improbable for the conditional likelihood of so many items; use mml');
      }
      return n > 0 ? n / g : 0;
    });
    scores.forEach((n, r) => {
      if (n > 0) value -= n * (Math.log(gamma[r] ?? 1) + shift);
    });
    items.forEach((i, at) => {
      const from = (first[i] ?? 0) - 1;
      const own = weights[at] ?? gamma;
      for (let k = 1; k < own.length; k += 1) {
        const count = counts[at]?.[k] ?? 0;
        value += count * (d[from + k] ?? 0);
        const expected = (own[k] ?? 0) * correlate(share, without[at] ?? gamma, k);
        gradient[from + k] = (gradient[from + k] ?? 0) + count - expected;
      }
    });
    if (second) addInformation(items, scores, gamma, share, weights, without, first, information, size);
  }
  return { value, gradient, information };
}

/** Σ_r share_r γ_(r − k). */
function correlate(share: Float64Array, gamma: Float64Array, k: number): number {
  let sum = 0;
  for (let r = k; r < share.length; r += 1) sum += (share[r] ?? 0) * (gamma[r - k] ?? 0);
  return sum;
}

function addInformation(
  items: Int32Array,
  scores: Float64Array,
  gamma: Float64Array,
  share: Float64Array,
  weights: readonly Float64Array[],
  without: readonly Float64Array[],
  first: FirstParameter,
  information: Float64Array,
  size: number,
): void {
  const add = (row: number, column: number, value: number): void => {
    information[row * size + column] = (information[row * size + column] ?? 0) + value;
  };
  // P(X_i = k | r), one row per parameter; the product of means is taken away from all pairs.
  const parameters: number[] = [];
  const rows: Float64Array[] = [];
  items.forEach((i, at) => {
    const own = weights[at] ?? gamma;
    for (let k = 1; k < own.length; k += 1) {
      const row = scores.map((n, r) =>
        n > 0 && r >= k ? ((own[k] ?? 0) * (without[at]?.[r - k] ?? 0)) / (gamma[r] ?? 1) : 0,
      );
      parameters.push((first[i] ?? 0) + k - 1);
      rows.push(row);
      add(
        (first[i] ?? 0) + k - 1,
        (first[i] ?? 0) + k - 1,
        row.reduce((sum, p, r) => sum + p * (scores[r] ?? 0), 0),
      );
    }
  });
  rows.forEach((left, a) => {
    const weighted = left.map((p, r) => p * (scores[r] ?? 0));
    rows.forEach((right, b) => {
      let sum = 0;
      for (let r = 0; r < right.length; r += 1) sum += (weighted[r] ?? 0) * (right[r] ?? 0);
      add(parameters[a] ?? 0, parameters[b] ?? 0, -sum);
    });
  });
  items.forEach((i, at) => {
    const others = weights.slice(at + 1);
    if (others.length === 0) return;
    // All pairs (i, j) with j after i: the functions without i, parted again.
    const before = weights.slice(0, at).reduce(multiplyPolynomials, Float64Array.of(1));
    withoutEach(others, before).forEach((pair, offset) => {
      const j = items[at + 1 + offset] ?? 0;
      const left = weights[at] ?? gamma;
      const right = others[offset] ?? gamma;
      for (let k = 1; k < left.length; k += 1) {
        for (let l = 1; l < right.length; l += 1) {
          const joint = (left[k] ?? 0) * (right[l] ?? 0) * correlate(share, pair, k + l);
          add((first[i] ?? 0) + k - 1, (first[j] ?? 0) + l - 1, joint);
          add((first[j] ?? 0) + l - 1, (first[i] ?? 0) + k - 1, joint);
        }
      }
    });
  });
}
