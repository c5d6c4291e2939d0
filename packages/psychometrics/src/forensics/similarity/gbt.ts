import { normal } from '../../numeric/distributions/normal.ts';

/**
 * P(X ≥ x) of a sum of independent indicators (Poisson binomial), exact by convolution of the shorter tail.
 *
 * @param probabilities of each indicator, in [0, 1].
 * @returns 1 for x ≤ 0 and 0 for more than there are indicators.
 */
export function poissonBinomialUpper(probabilities: Float64Array, x: number): number {
  const n = probabilities.length;
  if (x <= 0) return 1;
  if (x > n) return 0;
  // P(X ≥ x) = P(failures ≤ n − x): the sums never need more than the states 0 … n − x, and all terms are positive.
  const most = n - x;
  const mass = new Float64Array(most + 1);
  mass[0] = 1;
  for (let trial = 0; trial < n; trial += 1) {
    const p = probabilities[trial] ?? 0;
    const q = 1 - p;
    for (let failures = Math.min(trial + 1, most); failures > 0; failures -= 1) {
      mass[failures] = (mass[failures] ?? 0) * p + (mass[failures - 1] ?? 0) * q;
    }
    mass[0] = (mass[0] ?? 0) * p;
  }
  let sum = 0;
  for (const value of mass) sum += value;
  return Math.min(1, sum);
}

/**
 * The generalized binomial test: the exact probability that two candidates of their abilities, who work independently,
 * agree in as many answers or more.
 *
 * @param probabilities that the answers to each item agree.
 * @see van der Linden & Sotaridona (2006), Journal of Educational and Behavioral Statistics 31(3).
 */
export const generalizedBinomialTest = poissonBinomialUpper;

/**
 * The normal approximation of P(X ≥ x) with a correction of its skewness: to choose among a million pairs those that
 * are computed exactly; good to about 0.001.
 *
 * @see Volkova (1996), Theory Probab. Appl. 40(4); Hong (2013), Comput. Stat. Data Anal. 59.
 */
export function refinedNormalUpper(x: number, mean: number, variance: number, thirdMoment: number): number {
  if (variance <= 1e-12) return x > mean ? 0 : 1;
  const sd = Math.sqrt(variance);
  const z = (x - 0.5 - mean) / sd;
  const skewness = thirdMoment / (sd * variance);
  const upper = normal.upper(z) - (skewness * (1 - z * z) * normal.density(z)) / 6;
  return Math.min(1, Math.max(0, upper));
}
