import { percentileInterval } from '../numeric/intervals.ts';
import { Random } from '../numeric/random.ts';
import { alphaFrom } from './alpha.ts';
import type { ItemScores } from './item-scores.ts';

/** How a bootstrap draws: the seed makes it repeatable. */
export interface BootstrapOptions {
  readonly seed: number;
  /** How many samples are drawn; at least 1. */
  readonly replicates: number;
}

/**
 * The percentile interval of alpha over samples of candidates with replacement; asks for no normal distribution.
 *
 * @returns null with missing scores, fewer than two items or candidates, or where no sample has an alpha.
 * @see Efron & Tibshirani (1993), chapter 13; for alpha Raykov (1998), Appl. Psychol. Meas. 22(4).
 */
export function bootstrapAlphaInterval(
  { columns, totals, complete }: ItemScores,
  { seed, replicates }: BootstrapOptions,
  confidence = 0.95,
): readonly [number, number] | null {
  const n = totals.length;
  if (!complete || n < 2 || columns.length < 2) return null;
  const random = new Random(seed);
  const alphas: number[] = [];
  const weights = new Int32Array(n);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    drawWeights(random, weights);
    const sum = columns.reduce((total, column) => total + weightedVariance(column, weights), 0);
    const alpha = alphaFrom(columns.length, sum, weightedVariance(totals, weights));
    if (alpha !== null) alphas.push(alpha);
  }
  return percentileInterval(alphas, confidence);
}

/** Fills in how often each candidate is drawn when n are drawn with replacement. */
export function drawWeights(random: Random, weights: Int32Array): void {
  weights.fill(0);
  for (let draw = 0; draw < weights.length; draw += 1) {
    const person = random.integer(weights.length);
    weights[person] = (weights[person] ?? 0) + 1;
  }
}

/** The variance, with n − 1 below, of whole numbers that stand as often as their weights say. */
export function weightedVariance(values: ArrayLike<number>, weights: Int32Array): number {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    const value = values[at] ?? 0;
    n += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  return (n * squares - sum * sum) / (n * (n - 1));
}
