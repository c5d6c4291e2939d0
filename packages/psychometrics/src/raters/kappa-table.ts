/** Kappa of a table of two raters, with both standard errors. */
export interface TableKappa {
  /** Weighted share of agreement that was observed. */
  readonly observed: number;
  /** Weighted share of agreement that the margins make by chance. */
  readonly expected: number;
  /** Null where chance agreement is complete: both raters used one and the same category. */
  readonly kappa: number | null;
  /** For the interval. */
  readonly se: number | null;
  /** Under the hypothesis that kappa is 0, for the test. */
  readonly seNull: number | null;
}

/**
 * Kappa from a table of counts or shares.
 *
 * @param table square; first rater in the rows.
 * @param weights agreement weights, 1 on the diagonal; of ones and zeros they give Cohen's kappa.
 * @param n performances rated, for the standard errors.
 * @see Cohen (1968), Psychological Bulletin 70(4); Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72(5).
 */
export function kappaOfTable(
  table: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
  n: number,
): TableKappa {
  const size = table.length;
  const total = table.flat().reduce((sum, cell) => sum + cell, 0);
  const share = (i: number, j: number): number => (table[i]?.[j] ?? 0) / total;
  const weight = (i: number, j: number): number => weights[i]?.[j] ?? 0;
  const range = Array.from({ length: size }, (_, index) => index);
  const sum = (term: (index: number) => number): number => range.reduce((running, index) => running + term(index), 0);
  const rows = range.map((i) => sum((j) => share(i, j)));
  const columns = range.map((j) => sum((i) => share(i, j)));
  const row = (i: number): number => rows[i] ?? 0;
  const column = (j: number): number => columns[j] ?? 0;
  const observed = sum((i) => sum((j) => weight(i, j) * share(i, j)));
  const expected = sum((i) => sum((j) => weight(i, j) * row(i) * column(j)));
  const room = 1 - expected;
  if (room < 1e-12) return { observed, expected, kappa: null, se: null, seNull: null };
  const rowWeights = range.map((i) => sum((j) => weight(i, j) * column(j)));
  const columnWeights = range.map((j) => sum((i) => weight(i, j) * row(i)));
  const both = (i: number, j: number): number => (rowWeights[i] ?? 0) + (columnWeights[j] ?? 0);
  const spread = sum((i) => sum((j) => share(i, j) * (weight(i, j) * room - both(i, j) * (1 - observed)) ** 2));
  const variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (n * room ** 4);
  const chance = sum((i) => sum((j) => row(i) * column(j) * (weight(i, j) - both(i, j)) ** 2));
  const varianceNull = (chance - expected ** 2) / (n * room ** 2);
  return {
    observed,
    expected,
    kappa: (observed - expected) / room,
    se: Math.sqrt(Math.max(0, variance)),
    seNull: Math.sqrt(Math.max(0, varianceNull)),
  };
}

/**
 * The table with the same margins that agrees most, for weights that fall with a convex function of the distance (ones
 * and zeros, linear, quadratic): of ones and zeros it has the smaller margin on the diagonal, of the others it joins the
 * margins in order.
 *
 * @see Cohen (1960), Educational and Psychological Measurement 20(1), for the maximum; Hoeffding (1940) for the coupling.
 */
export function maximumAgreement(
  table: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
  kind: 'none' | 'ordered',
): number {
  const total = table.flat().reduce((sum, cell) => sum + cell, 0);
  const rows = table.map((row) => row.reduce((sum, cell) => sum + cell, 0) / total);
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / total);
  if (kind === 'none') return rows.reduce((sum, row, i) => sum + Math.min(row, columns[i] ?? 0), 0);
  let agreement = 0;
  let i = 0;
  let j = 0;
  while (i < rows.length && j < columns.length) {
    const mass = Math.min(rows[i] ?? 0, columns[j] ?? 0);
    agreement += mass * (weights[i]?.[j] ?? 0);
    rows[i] = (rows[i] ?? 0) - mass;
    columns[j] = (columns[j] ?? 0) - mass;
    if ((rows[i] ?? 0) <= (columns[j] ?? 0)) i += 1;
    else j += 1;
  }
  return agreement;
}
