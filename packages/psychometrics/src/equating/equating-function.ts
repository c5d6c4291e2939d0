import type { FrequencyDistribution, ScoreRange } from './distribution.ts';

/** Mean and standard deviation of a form in the synthetic population, on which forms of a NEAT design are compared. */
export interface SyntheticMoments {
  readonly x: { readonly mean: number; readonly sd: number };
  readonly y: { readonly mean: number; readonly sd: number };
}

/** What an equating method makes: it gives to a score of the new form X the score of the old form Y. */
export interface EquatingFunction {
  readonly at: (score: number) => number;
  /** Of a straight line; null for a curve. */
  readonly slope: number | null;
  readonly intercept: number | null;
  /** The point of X at which the method puts the middle of the score scale; the circle-arc passes over it. */
  readonly center: number | null;
  readonly synthetic: SyntheticMoments | null;
  /** What one must know of this result: anchor scores that only one group has. */
  readonly notices: readonly string[];
}

/** What the methods need besides the scores. */
export interface EquatingSettings {
  readonly x: ScoreRange;
  readonly y: ScoreRange;
  readonly anchor: ScoreRange;
  /** Whether the common items count in the total score. */
  readonly internal: boolean;
  /** Weight of the group of the new form in the synthetic population, 0 to 1; the old form's is the rest. */
  readonly weight: number;
}

/** The line y = slope · x + intercept. */
export const straightLine = (slope: number, intercept: number, center: number | null = null): EquatingFunction => ({
  at: (score) => slope * score + intercept,
  slope,
  intercept,
  center,
  synthetic: null,
  notices: [],
});

/** A curve that no slope describes. */
export const curve = (at: (score: number) => number, notices: readonly string[] = []): EquatingFunction => ({
  at,
  slope: null,
  intercept: null,
  center: null,
  synthetic: null,
  notices,
});

/** Equated scores for all scores of a range. */
export const valuesOver = ({ low, high }: ScoreRange, { at }: EquatingFunction): Float64Array =>
  Float64Array.from({ length: high - low + 1 }, (_, index) => at(low + index));

/** The standard deviation of a distribution given as shares or counts, dividing by their sum. */
export function meanAndSd({ low, counts }: FrequencyDistribution): { readonly mean: number; readonly sd: number } {
  let n = 0;
  let sum = 0;
  counts.forEach((count, at) => {
    n += count;
    sum += count * (low + at);
  });
  const mean = sum / n;
  const square = counts.reduce((total, count, at) => total + count * (low + at - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(square / n) };
}
