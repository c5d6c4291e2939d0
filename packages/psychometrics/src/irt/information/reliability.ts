import { variance as sampleVariance } from '../../numeric/summary.ts';
import type { Item } from '../items/item.ts';
import { type LatentOptions, latentGrid } from '../scoring/latent-grid.ts';
import type { PersonScore } from '../scoring/score-persons.ts';
import { testInformation } from './test-information.ts';

/**
 * Marginal reliability of the latent scale: the mean over the candidates of I / (I + 1 / variance), the share of the
 * posterior's certainty that comes from the test.
 *
 * @returns 0 to 1.
 * @see Green, Bock, Humphreys, Linn & Reckase (1984), JEM 21(4).
 */
export function marginalReliability(items: readonly Item[], options: LatentOptions = {}): number {
  const { nodes, weights } = latentGrid(items, options);
  const prior = 1 / (options.variance ?? 1);
  let reliability = 0;
  nodes.forEach((theta, q) => {
    const information = testInformation(items, theta);
    reliability += ((weights[q] ?? 0) * information) / (information + prior);
  });
  return reliability;
}

/**
 * Empirical reliability of scores: of `eap`, `map` and `eapsum` var(θ) / (var(θ) + mean(se²)); of `ml` and `wle`, whose
 * variance holds the error already, 1 − mean(se²) / var(θ), which falls below 0 where error is all there is.
 *
 * @param shrunken whether the scores are posterior means or modes.
 * @returns at most 1; null with fewer than two scores or without variance.
 * @see Du Toit (2003), IRT from SSI, p. 34; Adams (2005), Stud. Educ. Eval. 31, for WLE.
 */
export function empiricalReliability(scores: readonly PersonScore[], shrunken: boolean): number | null {
  const known = scores.flatMap(({ theta, se }) => (theta === null || se === null ? [] : [{ theta, se }]));
  if (known.length < 2) return null;
  const spread = sampleVariance(known.map(({ theta }) => theta));
  const error = known.reduce((sum, { se }) => sum + se * se, 0) / known.length;
  if (!(spread > 0)) return null;
  return shrunken ? spread / (spread + error) : 1 - error / spread;
}
