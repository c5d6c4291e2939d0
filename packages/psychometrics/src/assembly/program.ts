import type { ModelData } from 'highs';

/** Σ coefficient · column; columns by their index. */
export interface Terms {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

interface Row extends Terms {
  readonly group: string | null;
  readonly lower: number;
  readonly upper: number;
}

interface ProgramColumn {
  readonly lower: number;
  readonly upper: number;
  readonly integer: boolean;
  readonly cost: number;
}

/**
 * A mixed integer program while it is written: columns (decisions) and rows (constraints). Every row belongs to a group,
 * the constraint that people wrote; rows without a group only tie helping columns to decisions and hold no one back.
 */
export class Program {
  readonly columns: ProgramColumn[] = [];
  readonly rows: Row[] = [];
  maximize = true;

  /** Adds a column; its index is returned. */
  column({ lower = 0, upper = Infinity, integer = false, cost = 0 }: Partial<ProgramColumn>): number {
    return this.columns.push({ lower, upper, integer, cost }) - 1;
  }

  /** A decision: 1 or 0. */
  binary(cost = 0): number {
    return this.column({ upper: 1, integer: true, cost });
  }

  /** Adds lower ≤ Σ terms ≤ upper. */
  row(group: string | null, terms: Terms, lower: number, upper: number): void {
    this.rows.push({ group, ...terms, lower, upper });
  }

  /** The names of the groups, in the order in which they were written. */
  groups(): readonly string[] {
    return [...new Set(this.rows.flatMap(({ group }) => (group === null ? [] : [group])))];
  }

  /**
   * The arrays that the solver takes.
   *
   * @param only rows of these groups, and rows without one; all when it is left out. Without costs then: what is asked is
   *   whether there is a solution at all.
   */
  data(only?: ReadonlySet<string>): ModelData {
    const rows = only === undefined ? this.rows : this.rows.filter(({ group }) => group === null || only.has(group));
    const starts = new Int32Array(rows.length + 1);
    rows.forEach((row, at) => {
      starts[at + 1] = (starts[at] ?? 0) + row.columns.length;
    });
    return {
      numCols: this.columns.length,
      numRows: rows.length,
      colCost: Float64Array.from(this.columns, ({ cost }) => (only === undefined ? (this.maximize ? -cost : cost) : 0)),
      colLower: Float64Array.from(this.columns, ({ lower }) => lower),
      colUpper: Float64Array.from(this.columns, ({ upper }) => upper),
      rowLower: Float64Array.from(rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(rows, ({ upper }) => upper),
      integrality: Int32Array.from(this.columns, ({ integer }) => Number(integer)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: this.columns.length,
        starts,
        indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
        values: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
      },
    };
  }
}
