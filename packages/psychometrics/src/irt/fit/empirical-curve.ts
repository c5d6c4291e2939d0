import { wilsonInterval } from '../../classical/correlation-interval.ts';
import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { mean } from '../../numeric/summary.ts';
import { categoryCount, type Item } from '../items/item.ts';
import type { Thetas } from './residuals.ts';

/** Candidates of about equal ability, and how they did on an item. */
export interface AbilityBin {
  /** Mean of their estimates. */
  readonly theta: number;
  /** Candidates of the bin who answered the item. */
  readonly n: number;
  /** Their mean score as a share of the highest. */
  readonly share: number;
  /** 95 %, Wilson's; null of an item of several categories. */
  readonly interval: readonly [number, number] | null;
}

/** An item's parameters with what was observed: its curve can be drawn beside the data. */
export interface EmpiricalCurve {
  readonly item: Item;
  /** From the lowest ability to the highest. */
  readonly bins: readonly AbilityBin[];
}

/**
 * The share of right answers (of items with several categories, the mean score over the highest) in bins of candidates by
 * their estimated ability. For the eye: a test of fit is S-X².
 *
 * @param thetas one per candidate, null for none.
 * @param most how many bins of equal size; 10 unless told, fewer where a bin would have under 10 candidates.
 * @see Hambleton, Swaminathan & Rogers (1991), Fundamentals of Item Response Theory, chapter 4.
 */
export function empiricalCurves(
  { persons, items: ids, values }: ResponseMatrix,
  items: readonly Item[],
  thetas: Thetas,
  most = 10,
): readonly EmpiricalCurve[] {
  const order = persons
    .flatMap((_, row) => {
      const theta = thetas[row] ?? null;
      return theta === null ? [] : [{ row, theta }];
    })
    .sort((a, b) => a.theta - b.theta || a.row - b.row);
  const count = Math.max(1, Math.min(most, Math.floor(order.length / 10)));
  const edge = (bin: number): number => Math.round((bin * order.length) / count);
  const groups = Array.from({ length: count }, (_, bin) => order.slice(edge(bin), edge(bin + 1)));
  return items.map((item, column) => ({
    item,
    bins: groups.flatMap((group) => {
      const answered = group.flatMap(({ row, theta }) => {
        const value = values[row * ids.length + column] ?? -1;
        return value < 0 ? [] : [{ theta, value }];
      });
      if (answered.length === 0) return [];
      const highest = categoryCount(item) - 1;
      const sum = answered.reduce((all, { value }) => all + value, 0);
      return [
        {
          theta: mean(answered.map(({ theta }) => theta)),
          n: answered.length,
          share: sum / (answered.length * highest),
          interval: highest === 1 ? wilsonInterval(sum, answered.length) : null,
        },
      ];
    }),
  }));
}
