import { average } from './panel.ts';

/** How much of the variation of ratings lies in judges, in items and in both together. */
export interface VarianceComponents {
  readonly judge: number;
  readonly item: number;
  readonly residual: number;
  /** Components that came out below 0 and were set to 0. */
  readonly negative: readonly ('judge' | 'item')[];
}

/** Passes at most; each shrinks the change by a constant factor. */
const MAX_PASSES = 2000;

/**
 * Fills in ratings that are missing by the additive model judge + item, fitted to those that are there by least
 * squares. So a judge who skipped hard items does not look lenient.
 *
 * @returns the complete table; `converged` is false when the bound on the passes was hit.
 * @see Yates (1933), Empire Journal of Experimental Agriculture 1; Searle (1987), Linear Models for Unbalanced Data.
 */
export function completeAdditive(shares: readonly (readonly (number | null)[])[]): {
  readonly complete: number[][];
  readonly missing: number;
  readonly converged: boolean;
  readonly iterations: number;
} {
  const given = shares.flatMap((row) => row.filter((value) => value !== null));
  const missing = shares.reduce((sum, row) => sum + row.filter((value) => value === null).length, 0);
  const start = average(given);
  let complete = shares.map((row) => row.map((value) => value ?? start));
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    if (missing === 0) return { complete, missing, converged: true, iterations: 0 };
    const rows = complete.map(average);
    const columns = (complete[0] ?? []).map((_, item) => average(complete.map((row) => row[item] ?? 0)));
    const grand = average(rows);
    let change = 0;
    complete = shares.map((row, judge) =>
      row.map((value, item) => {
        if (value !== null) return value;
        const fitted = (rows[judge] ?? 0) + (columns[item] ?? 0) - grand;
        change = Math.max(change, Math.abs(fitted - (complete[judge]?.[item] ?? 0)));
        return fitted;
      }),
    );
    if (change < 1e-13) return { complete, missing, converged: true, iterations: pass };
  }
  return { complete, missing, converged: false, iterations: MAX_PASSES };
}

/**
 * Variance components of judges × items from the mean squares.
 *
 * @param missing how many cells were filled in; they take degrees of freedom from the residual.
 * @returns null with fewer than two judges or items, or without degrees of freedom.
 * @see Brennan (2001), Generalizability Theory, section 3.1.
 */
export function varianceComponents(complete: readonly (readonly number[])[], missing = 0): VarianceComponents | null {
  const judges = complete.length;
  const items = complete[0]?.length ?? 0;
  const df = (judges - 1) * (items - 1) - missing;
  if (judges < 2 || items < 2 || df < 1) return null;
  const rows = complete.map(average);
  const columns = Array.from({ length: items }, (_, item) => average(complete.map((row) => row[item] ?? 0)));
  const grand = average(rows);
  let residual = 0;
  complete.forEach((row, judge) => {
    row.forEach((value, item) => {
      residual += (value - (rows[judge] ?? 0) - (columns[item] ?? 0) + grand) ** 2;
    });
  });
  residual /= df;
  const square = (means: readonly number[], each: number): number =>
    (each * means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0)) / (means.length - 1);
  const judge = (square(rows, items) - residual) / items;
  const item = (square(columns, judges) - residual) / judges;
  const negative = [judge < 0 ? ['judge' as const] : [], item < 0 ? ['item' as const] : []].flat();
  return { judge: Math.max(0, judge), item: Math.max(0, item), residual, negative };
}
