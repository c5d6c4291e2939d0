import type { ResponseMatrix } from '../../data/response-matrix.ts';
import type { SampleJudgment } from '../../guard/judge-sample.ts';
import type { Item } from '../items/item.ts';
import { judgeModels } from '../items/judge-models.ts';
import { forEachResidual, type Thetas } from './residuals.ts';

/** Correlations of residuals between items. */
export interface Q3 {
  readonly n: number;
  readonly items: readonly string[];
  /** Symmetric, 1 on the diagonal; null where fewer than three persons answered both or a residual does not vary. */
  readonly matrix: readonly (readonly (number | null)[])[];
  /** The mean off the diagonal, about −1 / (items − 1) where the model holds; null without pairs. */
  readonly mean: number | null;
  /** Q3*: every correlation less the mean. */
  readonly corrected: readonly (readonly (number | null)[])[];
  /** The pairs whose Q3* exceeds the threshold in size, largest first. */
  readonly flagged: readonly {
    readonly a: string;
    readonly b: string;
    readonly q3: number;
    readonly corrected: number;
  }[];
  readonly sample: SampleJudgment;
}

/**
 * Yen's Q3: correlations between the residuals of item pairs after the latent variable is taken out. Persons who did
 * not answer both items are left out of a pair.
 *
 * @param options.threshold from which size of Q3* on a pair is flagged; 0.2 unless given.
 * @see Yen (1984), APM 8(2); Christensen, Makransky & Horton (2017), APM 41(3), for the correction and the threshold.
 */
export function q3(
  data: ResponseMatrix,
  items: readonly Item[],
  thetas: Thetas,
  options: { readonly threshold?: number; readonly override?: { readonly reason: string } } = {},
): Q3 {
  const { threshold = 0.2 } = options;
  const width = data.items.length;
  // Column by column, so that a pair runs through memory in order; NaN marks what is missing and never leaves here.
  const residuals = data.items.map(() => new Float64Array(data.persons.length).fill(Number.NaN));
  forEachResidual(data, items, thetas, ({ person, item, raw }) => {
    const column = residuals[item];
    if (column !== undefined) column[person] = raw;
  });
  const matrix = data.items.map(() => new Array<number | null>(width).fill(null));
  let sum = 0;
  let pairs = 0;
  residuals.forEach((a, i) => {
    const row = matrix[i];
    if (row === undefined) return;
    row[i] = 1;
    for (let j = 0; j < i; j += 1) {
      const correlation = pairwiseCorrelation(a, residuals[j] ?? a);
      row[j] = correlation;
      const mirrored = matrix[j];
      if (mirrored !== undefined) mirrored[i] = correlation;
      if (correlation === null) continue;
      sum += correlation;
      pairs += 1;
    }
  });
  const mean = pairs > 0 ? sum / pairs : null;
  const corrected = matrix.map((row, i) =>
    row.map((value, j) => (value === null || mean === null || i === j ? value : value - mean)),
  );
  const flagged = corrected.flatMap((row, i) =>
    row.slice(0, i).flatMap((value, j) => {
      const a = data.items[j] ?? '';
      const b = data.items[i] ?? '';
      return value !== null && Math.abs(value) > threshold
        ? [{ a, b, q3: matrix[i]?.[j] ?? value, corrected: value }]
        : [];
    }),
  );
  flagged.sort((one, other) => Math.abs(other.corrected) - Math.abs(one.corrected));
  const n = thetas.reduce<number>((count, theta) => count + (theta === null ? 0 : 1), 0);
  const sample = judgeModels(items, n, options.override);
  return { n, items: data.items, matrix, mean, corrected, flagged, sample };
}

function pairwiseCorrelation(a: Float64Array, b: Float64Array): number | null {
  let n = 0;
  let meanA = 0;
  let meanB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let person = 0; person < a.length; person += 1) {
    const x = a[person] ?? 0;
    const y = b[person] ?? 0;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n += 1;
    const fromA = x - meanA;
    const fromB = y - meanB;
    meanA += fromA / n;
    meanB += fromB / n;
    squaresA += fromA * (x - meanA);
    squaresB += fromB * (y - meanB);
    products += fromA * (y - meanB);
  }
  return n < 3 || !(squaresA > 1e-20 && squaresB > 1e-20) ? null : products / Math.sqrt(squaresA * squaresB);
}
