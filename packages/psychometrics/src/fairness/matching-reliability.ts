import type { ResponseMatrix } from '../data/response-matrix.ts';
import { variance } from '../numeric/summary.ts';
import type { MatchedItem } from './matching.ts';

/** Variances (n − 1) of every item in some persons, missing responses as 0. */
export function itemVariances(data: ResponseMatrix, persons: readonly number[]): Float64Array {
  const width = data.items.length;
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  for (const person of persons) {
    for (let item = 0; item < width; item += 1) {
      const value = Math.max(0, data.values[person * width + item] ?? 0);
      sums[item] = (sums[item] ?? 0) + value;
      squares[item] = (squares[item] ?? 0) + value * value;
    }
  }
  const n = persons.length;
  return sums.map((sum, item) => (n < 2 ? 0 : ((squares[item] ?? 0) - (sum * sum) / n) / (n - 1)));
}

/**
 * Coefficient alpha of the matching score in one group.
 *
 * @param variances of the items that make up the score.
 * @returns null without two items, two persons or any variance of the score.
 */
export function matchingAlpha(matched: MatchedItem, group: 0 | 1, variances: readonly number[]): number | null {
  const scores = matched.scores.filter((_, at) => matched.focal[at] === group);
  const k = variances.length;
  if (k < 2 || scores.length < 2) return null;
  const total = variance(scores);
  return total > 0 ? (k / (k - 1)) * (1 - variances.reduce((sum, one) => sum + one, 0) / total) : null;
}
