import { binomial } from '../numeric/distributions/index.ts';
import type { CutOptions, NoDecision } from './beta-binomial.ts';
import { type Classification, classify } from './classification.ts';
import type { ScoreSample } from './score-sample.ts';

/** Decision consistency by Subkoviak's method. */
export interface SubkoviakDecision extends Classification {
  readonly reliability: number;
}

/**
 * Subkoviak's method, for items scored right or wrong: each candidate's true share of right answers is estimated by
 * regression to the mean, α x/n + (1 − α) x̄/n, and a second administration is binomial. It has no accuracy: the method says
 * nothing of the errors of these estimates.
 *
 * @see Subkoviak (1976), JEM 13(4).
 */
export function subkoviak(sample: ScoreSample, { cut, reliability }: CutOptions): SubkoviakDecision | NoDecision {
  const { counts, n, items, maximum, mean, alpha } = sample;
  if (maximum !== items) return { reason: 'Subkoviak’s method takes items scored 0 and 1; use Livingston and Lewis’s' };
  const used = reliability ?? alpha;
  if (used === null) return { reason: 'the scores have no reliability' };
  if (!(used >= 0 && used <= 1)) return { reason: `the reliability ${used.toFixed(3)} is not between 0 and 1` };
  const first = Math.ceil(cut);
  const passing = counts.map((_, score) => binomial.upper(first, items, (used * score + (1 - used) * mean) / items));
  return { ...classify({ weights: counts.map((count) => count / n), passing, competent: null }), reliability: used };
}
