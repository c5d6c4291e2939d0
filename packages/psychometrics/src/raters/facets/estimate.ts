import { cholesky, inverseSymmetric, solveCholesky } from '../../numeric/linear.ts';
import { cellTables } from './cells.ts';
import { type LikelihoodData, type LikelihoodPass, likelihoodPass, posteriorOf } from './likelihood.ts';
import { expand, fullVariances, reduceGradient, reduceMatrix } from './parameters.ts';

/** The maximum of the marginal likelihood. */
export interface FacetEstimate {
  /** All parameters. */
  readonly values: Float64Array;
  /** Variances of all parameters; null where the information is singular. */
  readonly variances: Float64Array | null;
  /** Covariances of the free parameters, row-major; null where the information is singular. */
  readonly covariance: Float64Array | null;
  readonly pass: LikelihoodPass;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Newton's method on the marginal likelihood, with the observed information; with that of the complete data where the
 * observed one is not positive definite (which gives the step of an EM iteration). A step that does not improve the
 * log-likelihood is halved.
 *
 * @returns undefined where the information of the complete data is singular: the design does not identify the model.
 */
export function estimateFacets(data: LikelihoodData, maxIterations: number): FacetEstimate | undefined {
  const { map } = data;
  let free = new Float64Array(map.free);
  free[1] = 1;
  let pass = likelihoodPass(data, expand(map, free));
  let converged = false;
  let iterations = 0;
  while (!converged && iterations < maxIterations) {
    iterations += 1;
    const gradient = reduceGradient(map, pass.gradient);
    const factor =
      cholesky(reduceMatrix(map, pass.information), map.free) ?? cholesky(reduceMatrix(map, pass.complete), map.free);
    if (factor === undefined) return undefined;
    const step = solveCholesky(factor, map.free, gradient);
    // Twice what a full step would gain were the likelihood a parabola.
    const promise = step.reduce((sum, value, at) => sum + value * (gradient[at] ?? 0), 0);
    if (promise < 1e-14 * (1 + Math.abs(pass.logLikelihood))) {
      converged = true;
      break;
    }
    let size = 1;
    let next = free;
    let better = false;
    for (let halving = 0; halving < 30 && !better; halving += 1) {
      next = free.map((value, at) => value + size * (step[at] ?? 0));
      const tables = cellTables(data.cells, map, expand(map, next), data.nodes);
      better = posteriorOf(data, tables).logLikelihood > pass.logLikelihood;
      size /= 2;
    }
    if (!better) {
      // The likelihood is flat to the last digit: what is promised is below its rounding error.
      converged = promise < 1e-8;
      break;
    }
    free = next;
    pass = likelihoodPass(data, expand(map, free));
  }
  const covariance = inverseSymmetric(reduceMatrix(map, pass.information), map.free);
  return {
    values: expand(map, free),
    variances: covariance === undefined ? null : fullVariances(map, covariance),
    covariance: covariance ?? null,
    pass,
    iterations,
    converged,
  };
}
