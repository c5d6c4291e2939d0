import type { ScoreSample } from './score-sample.ts';

/** Dependability of decisions at a cut, from the design candidates × items. */
export interface PhiLambda {
  /** Φ(λ), with (mean − λ)² freed of its sampling error. May fall below 0 in bad data. */
  readonly phiLambda: number | null;
  /** Φ(λ) with (mean − λ)² as it is, which is too large on average. */
  readonly phiLambdaBiased: number | null;
  /** Φ: what Φ(λ) is at its lowest, with the cut at the mean. */
  readonly phi: number | null;
  /** Generalizability coefficient Eρ²; equal to alpha. */
  readonly generalizability: number | null;
  /** The cut as a mean item score. */
  readonly lambda: number;
  /** Variance components of candidates, items, and their interaction with error; at least 0. */
  readonly components: { readonly persons: number; readonly items: number; readonly residual: number };
  readonly meanSquares: { readonly persons: number; readonly items: number; readonly residual: number };
}

/**
 * The index of dependability Φ(λ) = (σ²(p) + (μ − λ)²) / (σ²(p) + (μ − λ)² + σ²(Δ)), with absolute error σ²(Δ): how much of
 * the squared distances to the cut is not error. It weighs errors by their size where consistency only counts them.
 *
 * @param cut in score points.
 * @see Brennan & Kane (1977), JEM 14(3); Brennan (2001), Generalizability Theory, section 2.5.
 */
export function phiLambda(sample: ScoreSample, cut: number): PhiLambda {
  const { n, items: k, variance, itemVariances, itemMeans, mean } = sample;
  const grand = mean / k;
  const lambda = cut / k;
  const spread = itemMeans.reduce((sum, itemMean) => sum + (itemMean - grand) ** 2, 0);
  const meanSquares = {
    persons: variance / k,
    items: k < 2 ? 0 : (n * spread) / (k - 1),
    residual: k < 2 ? 0 : Math.max(0, (itemVariances - variance / k) / (k - 1)),
  };
  const components = {
    persons: Math.max(0, (meanSquares.persons - meanSquares.residual) / k),
    items: Math.max(0, (meanSquares.items - meanSquares.residual) / n),
    residual: meanSquares.residual,
  };
  const { persons, items, residual } = components;
  const absolute = (items + residual) / k;
  const distance = (grand - lambda) ** 2;
  const error = persons / n + items / k + residual / (n * k);
  const share = (signal: number, noise: number): number | null =>
    k < 2 || !(Math.abs(signal + noise) > 1e-15) ? null : signal / (signal + noise);
  return {
    phiLambda: share(persons + distance - error, absolute),
    phiLambdaBiased: share(persons + distance, absolute),
    phi: share(persons, absolute),
    generalizability: share(persons, residual / k),
    lambda,
    components,
    meanSquares,
  };
}
