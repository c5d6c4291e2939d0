import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { chiSquare } from '../../numeric/distributions/chi-square.ts';
import { categoryCount, type Item, isDichotomous } from '../items/item.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { ItemCurve } from '../scoring/item-curve.ts';
import { type LatentGrid, type LatentOptions, latentGrid } from '../scoring/latent-grid.ts';
import { completeRows } from '../scoring/score-sample.ts';
import { addItem, highestSum } from '../scoring/sum-score.ts';
import { type Cell, collapse, type ScoreGroup } from './score-groups.ts';

/** Whether an item's curve fits the shares of its categories among candidates of equal sum score. */
export interface ItemFit {
  readonly id: string;
  /** Null where no degree of freedom is left; `reason` then says so. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  /** √(max(0, X² − df) / (df (n − 1))); null without df. */
  readonly rmsea: number | null;
  /** After merging of sparse cells: how often each cell was seen and expected. */
  readonly groups: readonly ScoreGroup[];
  readonly reason: string | null;
}

/** What S-X² is told beyond the latent distribution. */
export interface ItemFitOptions extends LatentOptions {
  /** Cells are merged up to this expected frequency; 1 unless given. */
  readonly minimumExpected?: number;
  /** How many parameters were estimated per item, by id; {@link estimatedParameters} unless given, 0 of fixed items. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/**
 * How many estimated numbers the curve of an item rests on. Items of equal slope (rasch, 1pl, pcm, rsm) count the one
 * slope, or the latent variance that stands for it, as the R package mirt does. All items share that one, so that X² of
 * such items is nearly one above its df on average and p is too small (in simulations 0.08 to 0.10 fall below 0.05);
 * `parameters` can say one fewer.
 */
export function estimatedParameters(item: Item): number {
  if (isDichotomous(item)) return { rasch: 2, '1pl': 2, '2pl': 2, '3pl': 3, '4pl': 4 }[item.model];
  return item.model === 'nrm' ? 2 * (item.intercepts.length - 1) : item.intercepts.length + 1;
}

/**
 * S-X²: observed against expected frequencies of an item's categories, by sum score. Only candidates who answered all
 * items enter.
 *
 * @returns one per item. The degrees of freedom are cells less groups less estimated parameters.
 * @see Orlando & Thissen (2000), APM 24(1); Kang & Chen (2008), JEM 45(4), for more than two categories.
 */
export function itemFit(
  data: ResponseMatrix,
  items: readonly Item[],
  options: ItemFitOptions = {},
): readonly ItemFit[] {
  const columns = itemsOfColumns(data, items);
  const { minimumExpected = 1, parameters } = options;
  const grid = latentGrid(columns, options);
  const complete = completeRows(data);
  const highest = highestSum(columns);
  const observed = columns.map((item) => new Float64Array((highest + 1) * categoryCount(item)));
  for (const row of complete) {
    const responses = personResponses(data, row);
    const sum = responses.reduce((total, value) => total + value, 0);
    responses.forEach((category, column) => {
      const table = observed[column];
      const item = columns[column];
      if (table === undefined || item === undefined) return;
      const at = sum * categoryCount(item) + category;
      table[at] = (table[at] ?? 0) + 1;
    });
  }
  return columns.map((item, column) => {
    const groups = scoreGroups(columns, column, observed[column] ?? new Float64Array(0), grid);
    const collapsed = collapse(groups, categoryCount(item), minimumExpected);
    const estimated = parameters === undefined ? estimatedParameters(item) : (parameters[item.id] ?? 0);
    return { id: item.id, ...chiSquareOf(collapsed, estimated, complete.length) };
  });
}

/** The groups of the sums 1 … highest − 1 of one item, with expected shares from all the other items' sums. */
function scoreGroups(
  columns: readonly Item[],
  column: number,
  observed: Float64Array,
  grid: LatentGrid,
): readonly ScoreGroup[] {
  const item = columns[column];
  if (item === undefined) return [];
  const categories = categoryCount(item);
  const highest = highestSum(columns);
  const joint = new Float64Array((highest + 1) * categories);
  const rest = new Float64Array(highest + 1);
  const curve = new ItemCurve();
  grid.nodes.forEach((theta, q) => {
    rest.fill(0);
    rest[0] = 1;
    let reached = 0;
    columns.forEach((other, at) => {
      if (at === column) return;
      curve.at(other, theta);
      addItem(rest, reached, curve.p, curve.count);
      reached += curve.count - 1;
    });
    curve.at(item, theta);
    const weight = grid.weights[q] ?? 0;
    for (let category = 0; category < categories; category += 1) {
      const share = weight * (curve.p[category] ?? 0);
      for (let sum = 0; sum <= reached; sum += 1) {
        const at = (sum + category) * categories + category;
        joint[at] = (joint[at] ?? 0) + share * (rest[sum] ?? 0);
      }
    }
  });
  return Array.from({ length: Math.max(0, highest - 1) }, (_, at): readonly Cell[] => {
    const from = (at + 1) * categories;
    const expected = joint.subarray(from, from + categories);
    const seen = observed.subarray(from, from + categories);
    const n = seen.reduce((sum, count) => sum + count, 0);
    const probability = expected.reduce((sum, mass) => sum + mass, 0);
    return Array.from(seen, (count, category) => ({
      observed: count,
      expected: probability > 0 ? (n * (expected[category] ?? 0)) / probability : 0,
    }));
  });
}

function chiSquareOf(groups: readonly ScoreGroup[], estimated: number, n: number): Omit<ItemFit, 'id'> {
  const cells = groups.flat();
  const df = cells.length - groups.length - estimated;
  if (df < 1) {
    const reason = cells.length === 0 ? 'no score group is large enough' : 'no degree of freedom is left after merging';
    return { statistic: null, df: Math.max(0, df), p: null, rmsea: null, groups, reason };
  }
  const statistic = cells.reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0);
  const rmsea = n > 1 ? Math.sqrt(Math.max(0, statistic - df) / (df * (n - 1))) : null;
  return { statistic, df, p: chiSquare.upper(statistic, df), rmsea, groups, reason: null };
}
