import { dot } from './vectors.ts';

/** Takes out of a vector what lies in the space of some columns. */
export interface Projection {
  /** How many of the columns are independent. */
  readonly rank: number;
  /** Writes the part of v that is orthogonal to all columns over v. */
  readonly orthogonal: (v: Float64Array) => void;
}

/** A column that is shorter than this after the others are taken out of it depends on them. */
const DEPENDENT = 1e-7;

interface SparseColumn {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/**
 * The projection onto the complement of the columns, by the normal equations of the columns at unit length: columns of
 * items touch few moments, so that this stays cheap with thousands of them. Projecting twice makes up for the squared
 * condition number.
 */
export function projectionFrom(columns: readonly Float64Array[]): Projection {
  const units: SparseColumn[] = [];
  const factor: Float64Array[] = [];
  const size = columns[0]?.length ?? 0;
  const dense = new Float64Array(size);
  for (const column of columns) {
    const length = Math.sqrt(dot(column, column));
    if (!(length > 0)) continue;
    const unit = sparse(column, length);
    dense.fill(0);
    unit.rows.forEach((row, at) => {
      dense[row] = unit.values[at] ?? 0;
    });
    // One more row of the Cholesky factor of the Gram matrix.
    const row = new Float64Array(units.length + 1);
    let rest = 1;
    units.forEach((other, j) => {
      let value = times(other, dense);
      const before = factor[j] ?? row;
      for (let k = 0; k < j; k += 1) value -= (row[k] ?? 0) * (before[k] ?? 0);
      const entry = value / (before[j] ?? 1);
      row[j] = entry;
      rest -= entry * entry;
    });
    if (rest < DEPENDENT ** 1.5) continue;
    row[units.length] = Math.sqrt(rest);
    units.push(unit);
    factor.push(row);
  }
  const orthogonal = (v: Float64Array): void => {
    for (let round = 0; round < 2; round += 1) {
      const coefficients = solveGram(
        factor,
        units.map((unit) => times(unit, v)),
      );
      units.forEach(({ rows, values }, j) => {
        const coefficient = coefficients[j] ?? 0;
        for (let at = 0; at < rows.length; at += 1) {
          const row = rows[at] ?? 0;
          v[row] = (v[row] ?? 0) - coefficient * (values[at] ?? 0);
        }
      });
    }
  };
  return { rank: units.length, orthogonal };
}

function sparse(column: Float64Array, length: number): SparseColumn {
  const rows: number[] = [];
  column.forEach((value, row) => {
    if (value !== 0) rows.push(row);
  });
  return { rows: Int32Array.from(rows), values: Float64Array.from(rows, (row) => (column[row] ?? 0) / length) };
}

function times({ rows, values }: SparseColumn, v: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at += 1) sum += (values[at] ?? 0) * (v[rows[at] ?? 0] ?? 0);
  return sum;
}

/** Solves L Lᵗ x = b for the rows of L. */
function solveGram(factor: readonly Float64Array[], b: readonly number[]): Float64Array {
  const x = Float64Array.from(b);
  factor.forEach((row, i) => {
    let value = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) value -= (row[k] ?? 0) * (x[k] ?? 0);
    x[i] = value / (row[i] ?? 1);
  });
  for (let i = factor.length - 1; i >= 0; i -= 1) {
    const row = factor[i] ?? x;
    const value = (x[i] ?? 0) / (row[i] ?? 1);
    x[i] = value;
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (row[k] ?? 0) * value;
  }
  return x;
}
