import { alphaFrom } from '../classical/alpha.ts';
import { weightedVariance } from '../classical/bootstrap-alpha.ts';
import { highestTotal, type ItemScores } from '../classical/item-scores.ts';

/** All that decision statistics take from a sample of candidates, or from a bootstrap sample of it. */
export interface ScoreSample {
  readonly n: number;
  readonly items: number;
  /** The highest total. */
  readonly maximum: number;
  /** How many candidates have each total 0 … maximum. */
  readonly counts: Float64Array;
  readonly mean: number;
  /** Of the totals, with n − 1 below. */
  readonly variance: number;
  readonly itemMeans: readonly number[];
  /** Sum of the variances of the items, with n − 1 below. */
  readonly itemVariances: number;
  readonly alpha: number | null;
}

/**
 * @param weights how often each candidate stands in the sample; once each by default.
 */
export function scoreSample(scores: ItemScores, weights?: Int32Array): ScoreSample {
  const { columns, totals } = scores;
  const often = weights ?? new Int32Array(totals.length).fill(1);
  const n = often.reduce((sum, weight) => sum + weight, 0);
  const maximum = highestTotal(scores);
  const counts = new Float64Array(maximum + 1);
  let sum = 0;
  for (let person = 0; person < totals.length; person += 1) {
    // Totals of complete data are whole; as an integer the number is a fast index.
    const total = (totals[person] ?? 0) | 0;
    const weight = often[person] ?? 0;
    counts[total] = (counts[total] ?? 0) + weight;
    sum += weight * total;
  }
  const moments = columns.map((column) => momentsOf(column, often, n));
  const itemVariances = moments.reduce((all, [, own]) => all + own, 0);
  const variance = weightedVariance(totals, often);
  return {
    n,
    items: columns.length,
    maximum,
    counts,
    mean: sum / n,
    variance,
    itemMeans: moments.map(([itemMean]) => itemMean),
    itemVariances,
    alpha: alphaFrom(columns.length, itemVariances, variance),
  };
}

/** Mean and variance of an item; one pass, for the bootstrap takes most of its time here. */
function momentsOf(column: Int16Array, often: Int32Array, n: number): readonly [number, number] {
  let sum = 0;
  let squares = 0;
  for (let person = 0; person < column.length; person += 1) {
    const score = column[person] ?? 0;
    if (score === 0) continue;
    const weighted = score * (often[person] ?? 0);
    sum += weighted;
    squares += weighted * score;
  }
  return [sum / n, (n * squares - sum * sum) / (n * (n - 1))];
}
