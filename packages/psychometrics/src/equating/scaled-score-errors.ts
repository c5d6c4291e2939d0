import type { Item } from '../irt/items/item.ts';
import { highestSum, sumScoreDistribution } from '../irt/scoring/sum-score.ts';
import { binomial } from '../numeric/distributions/binomial.ts';

/** The error of measurement of scaled scores at one level of ability. */
export interface ScaledScoreError {
  /** The ability: θ, or the true proportion of items. */
  readonly at: number;
  /** Expected raw score. */
  readonly trueRaw: number;
  /** Expected scaled score: the true scaled score. */
  readonly trueScaled: number;
  /** Conditional standard error of measurement, in scaled score points. */
  readonly sem: number;
}

/** Raw scores 0 … K with their scaled scores, as scaleScores gives them. */
type ScaledTable = readonly { readonly x: number; readonly y: number }[];

function errorAt(at: number, table: ScaledTable, masses: ArrayLike<number>): ScaledScoreError {
  let [trueRaw, trueScaled] = [0, 0];
  table.forEach(({ x, y }, k) => {
    trueRaw += x * (masses[k] ?? 0);
    trueScaled += y * (masses[k] ?? 0);
  });
  const variance = table.reduce((sum, { y }, k) => sum + (masses[k] ?? 0) * (y - trueScaled) ** 2, 0);
  return { at, trueRaw, trueScaled, sem: Math.sqrt(variance) };
}

function requireScores(table: ScaledTable, highest: number): void {
  if (table.length !== highest + 1 || table.some(({ x }, k) => x !== k)) {
    throw new RangeError(`the table has ${table.length} rows; give one per raw score from 0 to ${highest}, in order`);
  }
}

/**
 * Conditional standard errors of measurement of scaled scores by an item response model.
 *
 * @param thetas where; on the scale of the items.
 * @throws {RangeError} unless the table has a row for each sum score of the items.
 * @see Kolen, Zeng & Hanson (1996), JEM 33(2).
 */
export function irtScaledScoreErrors(
  table: ScaledTable,
  items: readonly Item[],
  thetas: ArrayLike<number>,
): readonly ScaledScoreError[] {
  requireScores(table, highestSum(items));
  return Array.from(thetas, (theta) => errorAt(theta, table, sumScoreDistribution(items, theta)));
}

/**
 * Conditional standard errors of measurement of scaled scores when the raw score is binomial given the true proportion.
 *
 * @param proportions where, 0 to 1; every raw score as a proportion by default.
 * @throws {RangeError} for rows that are not the raw scores 0 … K, or a proportion outside 0 to 1.
 * @see Lord (1955); Kolen, Hanson & Brennan (1992), JEM 29(4).
 */
export function binomialScaledScoreErrors(
  table: ScaledTable,
  proportions?: ArrayLike<number>,
): readonly ScaledScoreError[] {
  const items = table.length - 1;
  if (items < 1) throw new RangeError('the table has fewer than two raw scores; there is no error to speak of');
  requireScores(table, items);
  const at = proportions ?? table.map(({ x }) => x / items);
  return Array.from(at, (proportion) => {
    if (!(proportion >= 0 && proportion <= 1)) throw new RangeError(`${proportion} is no proportion; give 0 to 1`);
    return errorAt(
      proportion,
      table,
      table.map(({ x }) => binomial.mass(x, items, proportion)),
    );
  });
}
