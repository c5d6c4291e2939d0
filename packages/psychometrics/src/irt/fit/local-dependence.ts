import { itemResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { chiSquare } from '../../numeric/distributions/chi-square.ts';
import { categoryCount, type Item } from '../items/item.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { ItemCurve } from '../scoring/item-curve.ts';
import { type LatentGrid, type LatentOptions, latentGrid } from '../scoring/latent-grid.ts';

/** Whether two items hang together more, or less, than the latent variable makes them. */
export interface ItemPair {
  readonly a: string;
  readonly b: string;
  /** How many candidates answered both. */
  readonly n: number;
  /** X² of the two-way table against the model's; null where nobody answered both. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  /** Cramér's V of the statistic, negative where the items hang together less than expected. */
  readonly signedV: number | null;
  /** X² standardized by its df, (X² − df) / √(2 df), with the sign; beyond 10 it is a clear sign, from 5 on a doubtful one. */
  readonly standardized: number | null;
  readonly flag: 'none' | 'doubtful' | 'clear';
}

/**
 * Local dependence of all pairs of items: the observed two-way table against the one that the model expects.
 *
 * @returns the pairs in the order (1,2), (1,3), …, (2,3), …
 * @see Chen & Thissen (1997), JEBS 22(3); the bounds 5 and 10 by Cai, du Toit & Thissen (2011), IRTPRO guide.
 */
export function localDependence(
  data: ResponseMatrix,
  items: readonly Item[],
  options: LatentOptions = {},
): readonly ItemPair[] {
  const columns = itemsOfColumns(data, items);
  const grid = latentGrid(columns, options);
  const curve = new ItemCurve();
  const curves = columns.map((item) => {
    const table = new Float64Array(categoryCount(item) * grid.nodes.length);
    grid.nodes.forEach((theta, q) => {
      curve.at(item, theta);
      for (let k = 0; k < curve.count; k += 1) table[k * grid.nodes.length + q] = curve.p[k] ?? 0;
    });
    return table;
  });
  const answers = columns.map((_, column) => itemResponses(data, column));
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).map((b, after) => {
      const j = i + 1 + after;
      const expected = jointProbabilities(curves[i], curves[j], grid);
      const { table, n } = crossTable(answers[i], answers[j], categoryCount(a), categoryCount(b));
      return { a: a.id, b: b.id, ...judgePair(table, expected, n, categoryCount(a), categoryCount(b)) };
    }),
  );
}

function jointProbabilities(a: Float64Array | undefined, b: Float64Array | undefined, grid: LatentGrid): Float64Array {
  if (a === undefined || b === undefined) return new Float64Array(0);
  const width = grid.nodes.length;
  const rows = a.length / width;
  const columns = b.length / width;
  const joint = new Float64Array(rows * columns);
  for (let k = 0; k < rows; k += 1) {
    for (let l = 0; l < columns; l += 1) {
      let sum = 0;
      for (let q = 0; q < width; q += 1)
        sum += (grid.weights[q] ?? 0) * (a[k * width + q] ?? 0) * (b[l * width + q] ?? 0);
      joint[k * columns + l] = sum;
    }
  }
  return joint;
}

function crossTable(
  a: Int16Array | undefined,
  b: Int16Array | undefined,
  rows: number,
  columns: number,
): { readonly table: Float64Array; readonly n: number } {
  const table = new Float64Array(rows * columns);
  let n = 0;
  a?.forEach((x, person) => {
    const y = b?.[person] ?? -1;
    if (x < 0 || y < 0) return;
    table[x * columns + y] = (table[x * columns + y] ?? 0) + 1;
    n += 1;
  });
  return { table, n };
}

function judgePair(
  observed: Float64Array,
  probabilities: Float64Array,
  n: number,
  rows: number,
  columns: number,
): Omit<ItemPair, 'a' | 'b'> {
  const df = (rows - 1) * (columns - 1);
  if (n === 0 || df < 1) return { n, statistic: null, df, p: null, signedV: null, standardized: null, flag: 'none' };
  let statistic = 0;
  probabilities.forEach((probability, cell) => {
    const expected = Math.max(probability * n, 1e-10);
    statistic += ((observed[cell] ?? 0) - expected) ** 2 / expected;
  });
  const sign = association(observed, columns) < association(probabilities, columns) ? -1 : 1;
  const signedV = sign * Math.sqrt(statistic / (n * Math.min(rows - 1, columns - 1)));
  const standardized = (sign * (statistic - df)) / Math.sqrt(2 * df);
  const size = (statistic - df) / Math.sqrt(2 * df);
  const flag = size > 10 ? 'clear' : size > 5 ? 'doubtful' : 'none';
  return { n, statistic, df, p: chiSquare.upper(statistic, df), signedV, standardized, flag };
}

/** The correlation of the categories in a two-way table; 0 where one does not vary. */
function association(table: Float64Array, columns: number): number {
  let total = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  table.forEach((mass, cell) => {
    const k = Math.floor(cell / columns);
    const l = cell % columns;
    total += mass;
    x += k * mass;
    y += l * mass;
    xx += k * k * mass;
    yy += l * l * mass;
    xy += k * l * mass;
  });
  const varianceX = xx - (x * x) / total;
  const varianceY = yy - (y * y) / total;
  return varianceX > 0 && varianceY > 0 ? (xy - (x * y) / total) / Math.sqrt(varianceX * varianceY) : 0;
}
