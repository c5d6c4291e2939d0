import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { solve } from '../numeric/linear.ts';
import { type BinomialCell, fitLogistic, type LogisticFit } from '../numeric/logistic-regression.ts';
import { type DifClass, jodoinGierlClass, zumboThomasClass } from './dif-class.ts';
import type { MatchedItem } from './matching.ts';

/** Which difference is tested: of the level alone, of the slope beyond the level, or both together. */
export type LogisticDifType = 'uniform' | 'nonuniform' | 'both';

/** Logistic regression of one item on the matching score, the group and their product. */
export interface LogisticDif {
  readonly n: { readonly reference: number; readonly focal: number };
  /** Likelihood ratio or Wald χ². */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  /** Change in Nagelkerke's R² that the tested terms bring. */
  readonly rSquaredChange: number | null;
  readonly jodoinGierl: DifClass | null;
  readonly zumboThomas: DifClass | null;
  /** Log odds of being right, focal minus reference, at equal score; from the model without the product. */
  readonly groupEffect: number | null;
  readonly seGroupEffect: number | null;
  /** How much steeper the item rises with the score in the focal group; null when only the level is tested. */
  readonly slopeEffect: number | null;
  readonly seSlopeEffect: number | null;
  /** Firth's penalized likelihood stood in, for right and wrong answers are separated. */
  readonly penalized: boolean;
  readonly converged: boolean;
  readonly iterations: number;
  readonly reason: string | null;
}

/**
 * Logistic regression DIF.
 *
 * Where the maximum likelihood does not exist because the predictors separate right from wrong, both models are fitted
 * by Firth's penalized likelihood, and the result says so. Both have the penalty of the full model then, the tested terms
 * held at 0 in the reduced one: penalties of models of different size cannot be compared.
 *
 * @param options.type what is tested (default `both`).
 * @param options.test `lrt`, the likelihood ratio (default), or `wald`.
 * @param options.level significance level of the classes (default 0.05).
 * @see Swaminathan & Rogers (1990), Journal of Educational Measurement 27(4); Nagelkerke (1991), Biometrika 78(3);
 *   Heinze & Schemper (2002), Statistics in Medicine 21(16), for the penalized likelihood ratio.
 */
export function logisticDif(
  matched: MatchedItem,
  options: { readonly type?: LogisticDifType; readonly test?: 'lrt' | 'wald'; readonly level?: number } = {},
): LogisticDif {
  const { type = 'both', test = 'lrt', level = 0.05 } = options;
  const cells = cellsOf(matched);
  const focal = matched.focal.reduce((sum, one) => sum + one, 0);
  const n = { reference: matched.focal.length - focal, focal };
  const df = type === 'both' ? 2 : 1;
  const obstacle = obstacleIn(matched, n);
  if (obstacle !== null) return { ...noResult, n, df, reason: obstacle };

  const terms = { score: [0], uniform: [0, 1], both: [0, 1, 2] } as const;
  const names = {
    full: type === 'uniform' ? 'uniform' : 'both',
    reduced: type === 'nonuniform' ? 'uniform' : 'score',
  } as const;
  const fit = (which: keyof typeof terms, penalized: boolean, held = 0): LogisticFit => {
    const kept = terms[which];
    const chosen = cells.map((cell) => ({ ...cell, x: kept.map((at) => cell.x[at] ?? 0) }));
    return fitLogistic(chosen, kept.length, penalized, held);
  };
  let penalized = false;
  let [full, reduced, level1] = [fit(names.full, false), fit(names.reduced, false), fit('uniform', false)];
  if (!full.converged || !reduced.converged) {
    penalized = true;
    [full, reduced, level1] = [fit(names.full, true), fit(names.full, true, df), fit('uniform', true)];
  }
  const iterations = full.iterations + reduced.iterations;
  if (full.covariance === undefined || !full.converged || !reduced.converged) {
    const reason =
      'the regression has no estimate: scores and groups tell right from wrong completely, or are collinear';
    return { ...noResult, n, df, penalized, iterations, reason };
  }
  const statistic =
    test === 'lrt'
      ? Math.max(0, 2 * (full.objective - reduced.objective))
      : waldStatistic(full, type === 'nonuniform' ? [3] : type === 'uniform' ? [2] : [2, 3]);
  if (statistic === null) return { ...noResult, n, df, penalized, iterations, reason: 'the information is singular' };
  const p = chiSquare.upper(statistic, df);
  const change = Math.max(0, nagelkerke(cells, full) - nagelkerke(cells, reduced));
  return {
    n,
    statistic,
    df,
    p,
    rSquaredChange: change,
    jodoinGierl: jodoinGierlClass(change, p < level),
    zumboThomas: zumboThomasClass(change, p < level),
    groupEffect: level1.converged ? (level1.coefficients[2] ?? null) : null,
    seGroupEffect: level1.converged ? seOf(level1, 2) : null,
    slopeEffect: type === 'uniform' ? null : (full.coefficients[3] ?? null),
    seSlopeEffect: type === 'uniform' ? null : seOf(full, 3),
    penalized,
    converged: true,
    iterations,
    reason: null,
  };
}

const noResult = {
  statistic: null,
  p: null,
  rSquaredChange: null,
  jodoinGierl: null,
  zumboThomas: null,
  groupEffect: null,
  seGroupEffect: null,
  slopeEffect: null,
  seSlopeEffect: null,
  penalized: false,
  converged: false,
  iterations: 0,
};

function obstacleIn(matched: MatchedItem, n: { reference: number; focal: number }): string | null {
  if (n.reference === 0 || n.focal === 0) return 'one group has nobody who can be matched';
  const right = matched.responses.reduce((sum, response) => sum + response, 0);
  if (right === 0 || right === matched.responses.length) return 'everybody answers alike';
  return matched.scores.every((score) => score === matched.scores[0]) ? 'all matching scores are equal' : null;
}

/** Persons with the same score and group, with predictors score, group and their product. */
function cellsOf({ scores, responses, focal }: MatchedItem): BinomialCell[] {
  const cells = new Map<string, { x: number[]; n: number; right: number }>();
  scores.forEach((score, at) => {
    const group = focal[at] ?? 0;
    const key = `${group}:${score}`;
    const cell = cells.get(key) ?? { x: [score, group, score * group], n: 0, right: 0 };
    cell.n += 1;
    cell.right += responses[at] ?? 0;
    cells.set(key, cell);
  });
  return [...cells.values()];
}

function seOf({ covariance, coefficients }: LogisticFit, at: number): number | null {
  const variance = covariance?.[at * coefficients.length + at];
  return variance === undefined || !(variance > 0) ? null : Math.sqrt(variance);
}

/** χ² of the hypothesis that the coefficients at these places are all 0. */
function waldStatistic({ coefficients, covariance }: LogisticFit, places: readonly number[]): number | null {
  if (covariance === undefined) return null;
  const chosen = Float64Array.from(places, (at) => coefficients[at] ?? 0);
  const block = Float64Array.from(
    places.flatMap((row) => places.map((column) => covariance[row * coefficients.length + column] ?? 0)),
  );
  const solved = solve(block, places.length, chosen);
  return solved === undefined ? null : chosen.reduce((sum, value, at) => sum + value * (solved[at] ?? 0), 0);
}

function nagelkerke(cells: readonly BinomialCell[], { logLikelihood }: LogisticFit): number {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const right = cells.reduce((sum, cell) => sum + cell.right, 0);
  const none = right * Math.log(right / n) + (n - right) * Math.log(1 - right / n);
  return -Math.expm1((2 / n) * (none - logLikelihood)) / -Math.expm1((2 / n) * none);
}
