import { inverseSymmetric } from '../numeric/linear.ts';
import { alphaOf } from './alpha.ts';
import { type ItemCovariance, selectCovariance } from './item-covariance.ts';

/** Guttman's lower bounds of the reliability, without the fourth, which is the best split half. */
export interface GuttmanBounds {
  readonly lambda1: number | null;
  readonly lambda2: number | null;
  /** Coefficient alpha. */
  readonly lambda3: number | null;
  readonly lambda5: number | null;
  /** From the errors of regressing each item on all others; null where one item is a sum of others. */
  readonly lambda6: number | null;
  /** The same of the correlations, as the R package psych has it. */
  readonly lambda6Standardized: number | null;
}

/** @see Guttman (1945), Psychometrika 10(4). */
export function guttmanBounds(covariance: ItemCovariance): GuttmanBounds {
  const { matrix, variances, total } = covariance;
  const m = variances.length;
  if (m < 2 || !(total > 0)) {
    return { lambda1: null, lambda2: null, lambda3: null, lambda5: null, lambda6: null, lambda6Standardized: null };
  }
  const lambda1 = 1 - variances.reduce((sum, x) => sum + x, 0) / total;
  let squares = 0;
  let largest = 0;
  for (let a = 0; a < m; a += 1) {
    let ofItem = 0;
    for (let b = 0; b < m; b += 1) if (b !== a) ofItem += (matrix[a * m + b] ?? 0) ** 2;
    squares += ofItem;
    largest = Math.max(largest, ofItem);
  }
  return {
    lambda1,
    lambda2: lambda1 + Math.sqrt((m / (m - 1)) * squares) / total,
    lambda3: alphaOf(covariance),
    lambda5: lambda1 + (2 * Math.sqrt(largest)) / total,
    lambda6: lambda6(covariance),
    lambda6Standardized: lambda6(toCorrelations(covariance)),
  };
}

/** 1 − Σ e² / var(total), where e² is the variance of an item that the others do not explain. */
function lambda6(covariance: ItemCovariance): number | null {
  // A constant item has no error, and would make the matrix singular.
  const varying = selectCovariance(covariance, varyingItems(covariance));
  const m = varying.items.length;
  if (m < 2) return null;
  const inverse = inverseSymmetric(varying.matrix, m);
  if (inverse === undefined) return null;
  let errors = 0;
  for (let a = 0; a < m; a += 1) {
    const error = 1 / (inverse[a * m + a] ?? 0);
    // Rounding has eaten the inverse of a matrix that is singular in truth.
    if (!(error > 1e-10 * (varying.variances[a] ?? 0))) return null;
    errors += error;
  }
  return 1 - errors / covariance.total;
}

/** Places of the items that vary. */
export const varyingItems = ({ variances }: ItemCovariance): readonly number[] =>
  Array.from(variances.keys()).filter((a) => (variances[a] ?? 0) > 0);

/** The correlations of the items that vary. */
export function toCorrelations(covariance: ItemCovariance): ItemCovariance {
  const varying = selectCovariance(covariance, varyingItems(covariance));
  const m = varying.items.length;
  const matrix = varying.matrix.map((value, at) => {
    const scale = Math.sqrt((varying.variances[Math.floor(at / m)] ?? 1) * (varying.variances[at % m] ?? 1));
    return at % (m + 1) === 0 ? 1 : value / scale;
  });
  return {
    items: varying.items,
    matrix,
    variances: new Float64Array(m).fill(1),
    withTotal: Float64Array.from(varying.items, (_, a) =>
      matrix.subarray(a * m, (a + 1) * m).reduce((sum, value) => sum + value, 0),
    ),
    total: matrix.reduce((sum, value) => sum + value, 0),
  };
}
