/** A table from scores to scores, rising in x; as equating and scaling make them. */
export interface ConversionRow {
  readonly x: number;
  readonly y: number;
  readonly se?: number | null;
}

/** A table read between its rows. */
export interface ConversionReading {
  readonly y: number;
  /** Between its two neighbors; null where one of them has none. */
  readonly se: number | null;
  readonly slope: number;
  /** Whether x lies outside the table, so that the slope at its end was carried on. */
  readonly outside: boolean;
}

/**
 * Reads a table at any score, by straight lines between its rows and, outside, by its first or last line.
 *
 * @throws {RangeError} for fewer than two rows, or rows that do not rise in x.
 */
export function readConversion(table: readonly ConversionRow[], x: number): ConversionReading {
  requireTable(table);
  let at = table.findIndex((row) => row.x >= x);
  if (at < 0) at = table.length - 1;
  const upper = table[Math.max(1, at)];
  const lower = table[Math.max(1, at) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('a table of conversions has two rows or more');
  const slope = (upper.y - lower.y) / (upper.x - lower.x);
  const share = (x - lower.x) / (upper.x - lower.x);
  const [first, second] = [lower.se ?? null, upper.se ?? null];
  return {
    y: lower.y + share * (upper.y - lower.y),
    se:
      first === null || second === null
        ? null
        : Math.max(0, first + Math.min(1, Math.max(0, share)) * (second - first)),
    slope,
    outside: share < 0 || share > 1,
  };
}

/** The last table is reached through the others: rows of the first with the y of the last. */
export interface ConversionChain {
  readonly table: readonly { readonly x: number; readonly y: number; readonly se: number | null }[];
  readonly notices: readonly string[];
}

/**
 * Chains tables: new form to old form, old form to the form before, at last to the scale.
 *
 * @param tables in the order in which they are applied. A row without se counts as an error not known.
 * @returns errors by the delta method, the tables' samples taken as independent; null where one is not known.
 * @throws {RangeError} without tables, and as {@link readConversion}.
 * @see Kolen & Brennan (2014), section 8.1.5 (chains of equatings).
 */
export function chainConversions(tables: readonly (readonly ConversionRow[])[]): ConversionChain {
  const [first, ...others] = tables;
  if (first === undefined) throw new RangeError('there is no table to chain; give one or more');
  for (const table of tables) requireTable(table);
  const outside = new Set<number>();
  const table = first.map(({ x, y, se }) => {
    let value = y;
    let variance: number | null = se === undefined || se === null ? null : se ** 2;
    others.forEach((other) => {
      const reading = readConversion(other, value);
      if (reading.outside) outside.add(x);
      value = reading.y;
      variance = variance === null || reading.se === null ? null : variance * reading.slope ** 2 + reading.se ** 2;
    });
    return { x, y: value, se: variance === null ? null : Math.sqrt(variance) };
  });
  const notices =
    outside.size === 0
      ? []
      : [
          `The scores ${[...outside].join(', ')} lead outside a later table, whose end was carried on in a straight line.`,
        ];
  return { table, notices };
}

function requireTable(table: readonly ConversionRow[]): void {
  if (table.length < 2) throw new RangeError(`a table of conversions has ${table.length} rows; give two or more`);
  table.forEach((row, at) => {
    const before = table[at - 1];
    if (!Number.isFinite(row.x) || !Number.isFinite(row.y)) {
      throw new RangeError(`row ${at + 1} of a table of conversions holds no number`);
    }
    if (before !== undefined && !(before.x < row.x)) {
      throw new RangeError(`row ${at + 1} of a table of conversions has x = ${row.x} after ${before.x}; sort it by x`);
    }
  });
}
