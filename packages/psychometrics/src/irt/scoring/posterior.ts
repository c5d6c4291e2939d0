import type { LatentGrid } from './latent-grid.ts';

/** Mean and standard deviation of a posterior. */
export interface PosteriorMoments {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Turns log-likelihoods at the nodes into the posterior, in place, scaled to sum 1.
 *
 * @returns the logarithm of the marginal likelihood.
 */
export function toPosterior(grid: LatentGrid, logLikelihood: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let q = 0; q < logLikelihood.length; q += 1) highest = Math.max(highest, logLikelihood[q] ?? 0);
  let sum = 0;
  for (let q = 0; q < logLikelihood.length; q += 1) {
    const mass = Math.exp((logLikelihood[q] ?? 0) - highest) * (grid.weights[q] ?? 0);
    logLikelihood[q] = mass;
    sum += mass;
  }
  for (let q = 0; q < logLikelihood.length; q += 1) logLikelihood[q] = (logLikelihood[q] ?? 0) / sum;
  return highest + Math.log(sum);
}

/** Mean and standard deviation of masses at nodes; the masses need not sum to 1, but not to 0. */
export function momentsOf(nodes: Float64Array, masses: Float64Array): PosteriorMoments {
  let sum = 0;
  let first = 0;
  for (let q = 0; q < nodes.length; q += 1) {
    sum += masses[q] ?? 0;
    first += (masses[q] ?? 0) * (nodes[q] ?? 0);
  }
  const mean = first / sum;
  let second = 0;
  for (let q = 0; q < nodes.length; q += 1) second += (masses[q] ?? 0) * ((nodes[q] ?? 0) - mean) ** 2;
  return { mean, sd: Math.sqrt(second / sum) };
}
