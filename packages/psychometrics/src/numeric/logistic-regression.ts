import { cholesky, inverseSymmetric, logDeterminantPositive, solveCholesky } from './linear.ts';

/** Persons who share their predictors: how many there are and how many of them are right. */
export interface BinomialCell {
  /** Predictors, without the constant. */
  readonly x: readonly number[];
  readonly n: number;
  readonly right: number;
}

/** A logistic regression. */
export interface LogisticFit {
  /** Constant first, then one coefficient per predictor. */
  readonly coefficients: Float64Array;
  /** Row-major; undefined where the information is singular. */
  readonly covariance: Float64Array | undefined;
  /** Of single answers, without the penalty. */
  readonly logLikelihood: number;
  /** What was maximized: the log-likelihood, with Firth's penalty where it was used. */
  readonly objective: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Every bound of the iterations; a regression of few predictors needs about six. */
const MAX_ITERATIONS = 60;

/**
 * Logistic regression by Newton-Raphson with step halving.
 *
 * @param predictors how many each cell has.
 * @param penalized Firth's penalty, half the log determinant of the information: estimates stay finite under
 *   separation.
 * @param held how many of the last predictors have the coefficient 0. The penalty is of the information of all of them, so
 *   that twice the difference of the objectives tests these predictors, whatever the units.
 * @returns a fit that did not converge where predictors separate right from wrong (unless penalized) or are collinear.
 * @see Firth (1993), Biometrika 80(1); Heinze & Schemper (2002), Statistics in Medicine 21(16).
 */
export function fitLogistic(
  cells: readonly BinomialCell[],
  predictors: number,
  penalized = false,
  held = 0,
): LogisticFit {
  const size = predictors + 1;
  let coefficients = new Float64Array(size);
  let state = evaluate(cells, coefficients, penalized);
  let iterations = 0;
  let converged = false;
  while (iterations < MAX_ITERATIONS && state.factor !== undefined) {
    iterations += 1;
    const gradient = penalized ? firthScore(cells, coefficients, state.information) : state.score;
    if (gradient === undefined) break;
    const step = freeStep(state.factor, gradient, size - held);
    const gain = gradient.reduce((sum, slope, at) => sum + slope * (step[at] ?? 0), 0);
    if (gain < 1e-16 * (1 + Math.abs(state.objective))) {
      // The step is there; it makes the last digits right.
      coefficients = coefficients.map((value, at) => value + (step[at] ?? 0));
      state = evaluate(cells, coefficients, penalized);
      converged = true;
      break;
    }
    let scale = 1;
    let next = state;
    let moved = coefficients;
    for (let halving = 0; halving < 40; halving += 1) {
      moved = coefficients.map((value, at) => value + scale * (step[at] ?? 0));
      next = evaluate(cells, moved, penalized);
      // Rounding may lose the last digits of the objective: a step is good when it does not lose more.
      if (next.objective >= state.objective - 1e-12 * Math.abs(state.objective)) break;
      scale /= 2;
    }
    coefficients = moved;
    state = next;
  }
  const covariance = state.factor === undefined ? undefined : inverseSymmetric(state.information, size);
  const { logLikelihood, objective } = state;
  return { coefficients, covariance, logLikelihood, objective, iterations, converged: converged && !separated(state) };
}

/** Newton's step of the first coefficients, the others staying: a leading block has the leading block as its factor. */
function freeStep(factor: Float64Array, gradient: Float64Array, free: number): Float64Array {
  const size = gradient.length;
  const block = Float64Array.from({ length: free * free }, (_, at) => {
    return factor[Math.floor(at / free) * size + (at % free)] ?? 0;
  });
  const step = new Float64Array(size);
  step.set(solveCholesky(block, free, gradient.slice(0, free)));
  return step;
}

interface State {
  readonly logLikelihood: number;
  readonly objective: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
  readonly factor: Float64Array | undefined;
  /** The least of p(1 − p) over the cells. */
  readonly flattest: number;
}

/** Fitted probabilities of 0 or 1 mean that the estimates run away. */
const separated = (state: State): boolean => state.flattest < 1e-9;

function linear({ x }: BinomialCell, coefficients: Float64Array): number {
  return x.reduce((sum, value, at) => sum + value * (coefficients[at + 1] ?? 0), coefficients[0] ?? 0);
}

function evaluate(cells: readonly BinomialCell[], coefficients: Float64Array, penalized: boolean): State {
  const size = coefficients.length;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  let flattest = 1;
  for (const cell of cells) {
    const eta = linear(cell, coefficients);
    const e = Math.exp(-Math.abs(eta));
    const p = eta >= 0 ? 1 / (1 + e) : e / (1 + e);
    const spread = e / (1 + e) ** 2;
    logLikelihood += cell.right * eta - cell.n * (Math.max(eta, 0) + Math.log1p(e));
    flattest = Math.min(flattest, spread);
    for (let i = 0; i < size; i += 1) {
      const xi = i === 0 ? 1 : (cell.x[i - 1] ?? 0);
      score[i] = (score[i] ?? 0) + xi * (cell.right - cell.n * p);
      for (let j = 0; j < size; j += 1) {
        const at = i * size + j;
        information[at] = (information[at] ?? 0) + cell.n * spread * xi * (j === 0 ? 1 : (cell.x[j - 1] ?? 0));
      }
    }
  }
  const factor = cholesky(information, size);
  const penalty = !penalized || factor === undefined ? 0 : (logDeterminantPositive(information, size) ?? 0) / 2;
  return { logLikelihood, objective: logLikelihood + penalty, score, information, factor, flattest };
}

/** The score with Firth's correction: each answer's residual gains h(1/2 − p), h its leverage. */
function firthScore(
  cells: readonly BinomialCell[],
  coefficients: Float64Array,
  information: Float64Array,
): Float64Array | undefined {
  const size = coefficients.length;
  const covariance = inverseSymmetric(information, size);
  if (covariance === undefined) return undefined;
  const score = new Float64Array(size);
  for (const cell of cells) {
    const row = [1, ...cell.x];
    const p = 1 / (1 + Math.exp(-linear(cell, coefficients)));
    let leverage = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) leverage += (row[i] ?? 0) * (row[j] ?? 0) * (covariance[i * size + j] ?? 0);
    }
    leverage *= p * (1 - p);
    const residual = cell.right - cell.n * p + cell.n * leverage * (0.5 - p);
    for (let i = 0; i < size; i += 1) score[i] = (score[i] ?? 0) + (row[i] ?? 0) * residual;
  }
  return score;
}
