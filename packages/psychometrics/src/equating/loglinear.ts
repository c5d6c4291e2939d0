import { cholesky, solveCholesky } from '../numeric/linear.ts';
import { totalOf } from './distribution.ts';

/** The columns of a loglinear model: functions of the cells, each made orthogonal to those before and of length 1. */
export interface LoglinearDesign {
  /** One array per parameter, one value per cell. */
  readonly columns: readonly Float64Array[];
  /** Cells that cannot be, 0; all others 1. */
  readonly possible: Float64Array;
}

/** A loglinear model fitted to counts. */
export interface LoglinearFit {
  /** Expected counts; they sum to the number of candidates. */
  readonly fitted: Float64Array;
  /** The parameters of the orthogonal columns. */
  readonly parameters: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  readonly statistics: LoglinearStatistics;
}

/** How well a loglinear model fits, and at which price in parameters. */
export interface LoglinearStatistics {
  readonly parameters: number;
  /** Cells that can be, less the parameters and one for the total. */
  readonly df: number;
  /** G², twice the log of the likelihood ratio. */
  readonly likelihoodRatio: number;
  /** Pearson's X². */
  readonly pearson: number;
  /** Sum of squares of the Freeman–Tukey residuals. */
  readonly freemanTukey: number;
  /** G² with its penalty, t the number of parameters with the constant: + 2t; + t ln n; + t (1 + ln n). */
  readonly aic: number;
  readonly bic: number;
  readonly caic: number;
}

/**
 * Makes a design from functions of the cells. Orthogonal columns span the same model and keep powers of scores apart.
 *
 * @param possible which cells can be; all by default.
 * @throws {RangeError} when a column adds nothing to those before it.
 */
export function loglinearDesign(columns: readonly Float64Array[], possible?: Float64Array): LoglinearDesign {
  const cells = possible ?? new Float64Array(columns[0]?.length ?? 0).fill(1);
  const basis: Float64Array[] = [normalized(cells)];
  for (const [index, given] of columns.entries()) {
    const column = given.map((value, at) => value * (cells[at] ?? 0));
    const size = Math.sqrt(dot(column, column));
    // Twice, for one pass of Gram and Schmidt leaves rounding behind.
    for (let pass = 0; pass < 2; pass += 1) {
      for (const earlier of basis) {
        const share = dot(column, earlier);
        for (let at = 0; at < column.length; at += 1) column[at] = (column[at] ?? 0) - share * (earlier[at] ?? 0);
      }
    }
    if (!(Math.sqrt(dot(column, column)) > 1e-9 * size)) {
      throw new RangeError(
        `term ${index + 1} of the loglinear model says nothing new for so few possible scores; use a lower degree`,
      );
    }
    basis.push(normalized(column));
  }
  return { columns: basis.slice(1), possible: cells };
}

/**
 * Fits a loglinear model by maximum likelihood (Newton with halved steps, at most 100). The fitted counts keep the
 * moments of the columns.
 *
 * @param start parameters of an earlier fit with the same design.
 * @throws {RangeError} when candidates stand in cells that cannot be, or there are none.
 * @see Holland & Thayer (2000), J. Educ. Behav. Stat. 25(2); Moses & Holland (2009), JEM 46(2) for the criteria.
 */
export function fitLoglinear(counts: Float64Array, design: LoglinearDesign, start?: Float64Array): LoglinearFit {
  const n = totalOf(counts);
  if (!(n > 0)) throw new RangeError('nobody has a score in this distribution; there is nothing to smooth');
  counts.forEach((count, cell) => {
    if (count > 0 && design.possible[cell] === 0) {
      throw new RangeError(`${count} candidates stand in cell ${cell + 1}, which the design declares impossible`);
    }
  });
  const size = design.columns.length;
  let parameters: Float64Array = start?.slice() ?? new Float64Array(size);
  let state = expected(design, parameters, counts, n);
  let converged = false;
  let iterations = 0;
  while (iterations < 100 && !converged) {
    const { gradient, information } = derivatives(design, state.shares, counts, n);
    const root = cholesky(information, size);
    if (root === undefined) break;
    iterations += 1;
    const step = solveCholesky(root, size, gradient);
    let scale = 1;
    let next = expected(design, moved(parameters, step, scale), counts, n);
    while (!(next.likelihood >= state.likelihood - 1e-12 * Math.abs(state.likelihood)) && scale > 1e-6) {
      scale /= 2;
      next = expected(design, moved(parameters, step, scale), counts, n);
    }
    parameters = moved(parameters, step, scale);
    state = next;
    // Half the Newton decrement is what the log-likelihood can still gain.
    converged = scale === 1 && dot(gradient, step) < 1e-16 * n;
  }
  const fitted = state.shares.map((share) => share * n);
  return { fitted, parameters, converged, iterations, statistics: statisticsOf(counts, fitted, design, n) };
}

/** √n + √(n + 1) − √(4m + 1), near standard normal where the model holds. @see Freeman & Tukey (1950). */
export const freemanTukeyResidual = (observed: number, fitted: number): number =>
  Math.sqrt(observed) + Math.sqrt(observed + 1) - Math.sqrt(4 * fitted + 1);

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
const normalized = (column: Float64Array): Float64Array => {
  const size = Math.sqrt(dot(column, column));
  return column.map((value) => value / size);
};
const moved = (from: Float64Array, step: Float64Array, scale: number): Float64Array =>
  from.map((value, at) => value + scale * (step[at] ?? 0));

function expected(design: LoglinearDesign, parameters: Float64Array, counts: Float64Array, n: number) {
  const shares = new Float64Array(counts.length);
  design.columns.forEach((column, at) => {
    const value = parameters[at] ?? 0;
    for (let cell = 0; cell < shares.length; cell += 1) {
      shares[cell] = (shares[cell] ?? 0) + value * (column[cell] ?? 0);
    }
  });
  let likelihood = dot(counts, shares);
  const highest = shares.reduce(
    (most, value, cell) => (design.possible[cell] === 0 ? most : Math.max(most, value)),
    -Infinity,
  );
  let sum = 0;
  shares.forEach((value, cell) => {
    const weight = design.possible[cell] === 0 ? 0 : Math.exp(value - highest);
    shares[cell] = weight;
    sum += weight;
  });
  likelihood -= n * (highest + Math.log(sum));
  return { shares: shares.map((weight) => weight / sum), likelihood };
}

function derivatives(design: LoglinearDesign, shares: Float64Array, counts: Float64Array, n: number) {
  const size = design.columns.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const weighted = design.columns.map((column) => column.map((value, cell) => value * (shares[cell] ?? 0)));
  const means = weighted.map((column) => column.reduce((sum, value) => sum + value, 0));
  design.columns.forEach((column, i) => {
    gradient[i] = dot(counts, column) - n * (means[i] ?? 0);
    for (let j = 0; j <= i; j += 1) {
      const other = weighted[j];
      const value = n * ((other === undefined ? 0 : dot(column, other)) - (means[i] ?? 0) * (means[j] ?? 0));
      information[i * size + j] = value;
      information[j * size + i] = value;
    }
  });
  return { gradient, information };
}

function statisticsOf(
  counts: Float64Array,
  fitted: Float64Array,
  design: LoglinearDesign,
  n: number,
): LoglinearStatistics {
  let likelihoodRatio = 0;
  let pearson = 0;
  let freemanTukey = 0;
  counts.forEach((count, cell) => {
    const m = fitted[cell] ?? 0;
    if (design.possible[cell] === 0) return;
    if (count > 0 && m > 0) likelihoodRatio += 2 * count * Math.log(count / m);
    if (m > 0) pearson += (count - m) ** 2 / m;
    freemanTukey += freemanTukeyResidual(count, m) ** 2;
  });
  const parameters = design.columns.length;
  const t = parameters + 1;
  return {
    parameters,
    df: design.possible.reduce((sum, cell) => sum + cell, 0) - t,
    likelihoodRatio,
    pearson,
    freemanTukey,
    aic: likelihoodRatio + 2 * t,
    bic: likelihoodRatio + t * Math.log(n),
    caic: likelihoodRatio + t * (1 + Math.log(n)),
  };
}
