import { type ItemScores, isDichotomousTest } from './item-scores.ts';
import { PackedColumns } from './packed-columns.ts';

/**
 * Covariances of items, and what follows from them without looking at the data again: the total is the sum of the items,
 * so that its variance and its covariance with each item are sums of rows.
 */
export interface ItemCovariance {
  /** Indexes, among all items, of those that have a covariance: at least two candidates have a score on them. */
  readonly items: readonly number[];
  /** m × m, row by row, with n − 1 below; m is the number of these items. */
  readonly matrix: Float64Array;
  readonly variances: Float64Array;
  /** One per item: the covariance with the total score. */
  readonly withTotal: Float64Array;
  /** The variance of the total score. */
  readonly total: number;
}

/** There is no covariance between two items that nobody, or one candidate only, has answered both. */
export interface NoCovariance {
  readonly apart: readonly [string, string];
}

/**
 * The covariances of the items, from the candidates who have a score on both (available cases).
 *
 * Exact for scores of items: sums of products are whole numbers, divided once. A constant item has variance 0, not nearly 0.
 */
export function itemCovariance(scores: ItemScores): ItemCovariance | NoCovariance {
  const { items: ids, columns, persons } = scores;
  const items = ids.flatMap((_, item) => ((columns[item]?.filter((x) => x >= 0).length ?? 0) >= 2 ? [item] : []));
  if (scores.complete && isDichotomousTest(scores)) return fromMatrix(items, packedCovariance(columns, items));
  const m = items.length;
  const matrix = new Float64Array(m * m);
  const used = items.map((item) => columns[item] ?? new Int16Array(persons.length));
  for (let a = 0; a < m; a += 1) {
    for (let b = a; b < m; b += 1) {
      const value = covarianceOf(used[a] ?? new Int16Array(0), used[b] ?? new Int16Array(0));
      if (value === null) return { apart: [ids[items[a] ?? 0] ?? '', ids[items[b] ?? 0] ?? ''] };
      matrix[a * m + b] = value;
      matrix[b * m + a] = value;
    }
  }
  return fromMatrix(items, matrix);
}

/** Adds what follows from the matrix. */
export function fromMatrix(items: readonly number[], matrix: Float64Array): ItemCovariance {
  const m = items.length;
  const variances = Float64Array.from(items, (_, a) => matrix[a * m + a] ?? 0);
  const withTotal = Float64Array.from(items, (_, a) =>
    matrix.subarray(a * m, (a + 1) * m).reduce((sum, value) => sum + value, 0),
  );
  return { items, matrix, variances, withTotal, total: withTotal.reduce((sum, value) => sum + value, 0) };
}

/** The covariances among some of the items, by their places in the matrix. */
export function selectCovariance({ items, matrix }: ItemCovariance, places: readonly number[]): ItemCovariance {
  const m = items.length;
  const selected = new Float64Array(places.length ** 2);
  places.forEach((a, row) => {
    places.forEach((b, column) => {
      selected[row * places.length + column] = matrix[a * m + b] ?? 0;
    });
  });
  return fromMatrix(
    places.map((place) => items[place] ?? 0),
    selected,
  );
}

/** The same, of complete scores of 0 and 1, some thirty times faster. */
function packedCovariance(columns: readonly Int16Array[], items: readonly number[]): Float64Array {
  const m = items.length;
  const n = columns[0]?.length ?? 0;
  const packed = new PackedColumns(columns);
  const right = items.map((item) => packed.both(item, item));
  const matrix = new Float64Array(m * m);
  for (let a = 0; a < m; a += 1) {
    for (let b = a; b < m; b += 1) {
      const both = packed.both(items[a] ?? 0, items[b] ?? 0);
      const value = (n * both - (right[a] ?? 0) * (right[b] ?? 0)) / (n * (n - 1));
      matrix[a * m + b] = value;
      matrix[b * m + a] = value;
    }
  }
  return matrix;
}

function covarianceOf(xs: Int16Array, ys: Int16Array): number | null {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let products = 0;
  for (let person = 0; person < xs.length; person += 1) {
    const x = xs[person] ?? -1;
    const y = ys[person] ?? -1;
    if (x < 0 || y < 0) continue;
    n += 1;
    sumX += x;
    sumY += y;
    products += x * y;
  }
  return n < 2 ? null : (n * products - sumX * sumY) / (n * (n - 1));
}
