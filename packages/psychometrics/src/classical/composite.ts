import { alphaInterval, alphaOf } from './alpha.ts';
import { type ItemCovariance, selectCovariance } from './item-covariance.ts';
import type { ItemScores } from './item-scores.ts';

/** A part of the test: the items of one content area, one section, one format. */
export interface PartStatistics {
  readonly id: string;
  readonly items: number;
  readonly maximum: number;
  readonly mean: number;
  readonly sd: number | null;
  readonly alpha: number | null;
  readonly alphaInterval: readonly [number, number] | null;
  readonly sem: number | null;
  /** Correlation of the part with the rest of the test. */
  readonly partRest: number | null;
}

/**
 * Stratified alpha: 1 − Σ var(part)(1 − α of part) / var(total). Higher than alpha where the parts measure different things.
 *
 * @returns null without variance of the total, or where a part has no alpha (one item, or no variance).
 * @see Cronbach, Schönemann & McKie (1965), Educ. Psychol. Meas. 25(2).
 */
export function stratifiedAlpha(
  parts: readonly { readonly variance: number; readonly alpha: number | null }[],
  total: number,
): number | null {
  if (parts.length === 0 || !(total > 0) || parts.some(({ alpha }) => alpha === null)) return null;
  return 1 - parts.reduce((errors, { variance, alpha }) => errors + variance * (1 - (alpha ?? 0)), 0) / total;
}

/**
 * Reliability of a weighted composite of parts: 1 − Σ w² var (1 − reliability) / var(composite).
 *
 * @param covariance of the parts, square, in the order of the weights.
 * @returns null where the composite does not vary.
 * @throws {RangeError} when the sizes differ.
 * @see Mosier (1943), Psychometrika 8(3).
 */
export function compositeReliability(given: {
  readonly weights: readonly number[];
  readonly reliabilities: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}): number | null {
  const { weights, reliabilities, covariance } = given;
  const k = weights.length;
  if (reliabilities.length !== k || covariance.length !== k || covariance.some((row) => row.length !== k)) {
    throw new RangeError(
      `${k} weights, ${reliabilities.length} reliabilities and ${covariance.length} rows of covariances; give one of each per part, and a square matrix`,
    );
  }
  let variance = 0;
  let errors = 0;
  weights.forEach((weight, a) => {
    weights.forEach((other, b) => {
      variance += weight * other * (covariance[a]?.[b] ?? 0);
    });
    errors += weight ** 2 * (covariance[a]?.[a] ?? 0) * (1 - (reliabilities[a] ?? 0));
  });
  return variance > 0 ? 1 - errors / variance : null;
}

/** The parts of a test, and the reliability of their sum. */
export interface Composite {
  readonly parts: readonly PartStatistics[];
  readonly stratifiedAlpha: number | null;
  /** Of the parts weighted as given (Mosier); equal to stratified alpha where all weights are 1. */
  readonly weighted: number | null;
}

/**
 * Statistics of the parts.
 *
 * @param partOf the part of each item, in the order of the items.
 * @param weights of the parts by their ids; 1 where none is given.
 * @param confidence of the intervals of the parts' alphas.
 * @throws {RangeError} unless every item has a part, and every weight a part.
 */
export function compositeOf(
  scores: ItemScores,
  covariance: ItemCovariance,
  partOf: readonly string[],
  weights: Readonly<Record<string, number>> = {},
  confidence = 0.95,
): Composite {
  if (partOf.length !== scores.items.length) {
    throw new RangeError(
      `there are ${partOf.length} parts for ${scores.items.length} items; name the part of each item`,
    );
  }
  const ids = [...new Set(partOf)];
  const unknown = Object.keys(weights).filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new RangeError(`weights are given for ${unknown.join(', ')}, but the parts are ${ids.join(', ')}`);
  }
  const places = ids.map((id) => covariance.items.flatMap((item, place) => (partOf[item] === id ? [place] : [])));
  const own = places.map((of) => selectCovariance(covariance, of));
  const between = places.map((rows) => places.map((columns) => blockSum(covariance, rows, columns)));
  const alphas = own.map(alphaOf);
  const complete = alphas.flatMap((alpha) => (alpha === null ? [] : [alpha]));
  return {
    parts: ids.map((id, part) =>
      partStatistics(scores, partOf, id, own[part]?.total ?? 0, alphas[part] ?? null, {
        total: covariance.total,
        withTotal: (between[part] ?? []).reduce((sum, value) => sum + value, 0),
        confidence,
      }),
    ),
    stratifiedAlpha: stratifiedAlpha(
      own.map(({ total }, part) => ({ variance: total, alpha: alphas[part] ?? null })),
      covariance.total,
    ),
    weighted:
      complete.length < ids.length
        ? null
        : compositeReliability({
            weights: ids.map((id) => weights[id] ?? 1),
            reliabilities: complete,
            covariance: between,
          }),
  };
}

function partStatistics(
  { maxima, columns, persons }: ItemScores,
  partOf: readonly string[],
  id: string,
  variance: number,
  alpha: number | null,
  { total, withTotal, confidence }: { readonly total: number; readonly withTotal: number; readonly confidence: number },
): PartStatistics {
  const own = maxima.flatMap((_, item) => (partOf[item] === id ? [item] : []));
  const rest = total - 2 * withTotal + variance;
  return {
    id,
    items: own.length,
    maximum: own.reduce((sum, item) => sum + (maxima[item] ?? 0), 0),
    mean: own.reduce((sum, item) => sum + meanScore(columns[item] ?? new Int16Array(0)), 0),
    sd: persons.length < 2 ? null : Math.sqrt(Math.max(0, variance)),
    alpha,
    alphaInterval: alphaInterval(alpha, persons.length, own.length, confidence),
    sem: alpha === null || alpha > 1 ? null : Math.sqrt(variance * (1 - alpha)),
    partRest: variance > 0 && rest > 0 ? (withTotal - variance) / Math.sqrt(variance * rest) : null,
  };
}

function meanScore(column: Int16Array): number {
  const answered = column.filter((score) => score >= 0);
  return answered.length === 0 ? 0 : answered.reduce((sum, score) => sum + score, 0) / answered.length;
}

function blockSum({ items, matrix }: ItemCovariance, rows: readonly number[], columns: readonly number[]): number {
  let sum = 0;
  for (const a of rows) for (const b of columns) sum += matrix[a * items.length + b] ?? 0;
  return sum;
}
