import type { Item } from '../irt/items/item.ts';
import { expectedScore } from '../irt/items/response-function.ts';
import { mean, quantile } from '../numeric/summary.ts';
import { type CommonItem, locationsOf } from './common-items.ts';
import { type ScaleTransformation, transformItem } from './transform.ts';
import type { CurveWeights } from './weights.ts';

/** How far a common item has moved between the calibrations, once they stand on one scale. */
export interface ItemDrift {
  readonly id: string;
  /** Old location (mean of the thresholds), on the old scale; null for an item without location. */
  readonly location: number | null;
  /** New location less old, on the old scale (mean of the thresholds); null for an item without location. */
  readonly displacement: number | null;
  /** Robust z of the displacement among all common items; null where they do not spread. */
  readonly robustZ: number | null;
  /** Logarithm of the ratio of the discriminations, new over old; null where one is not above 0. */
  readonly logRatio: number | null;
  /** Robust z of that logarithm. */
  readonly ratioZ: number | null;
  /** Root of the weighted mean squared difference of the expected scores, in score points. */
  readonly curveDistance: number;
  /** Whether a robust z is beyond the criterion. */
  readonly flagged: boolean;
  /** Whether the item counted in the link. */
  readonly used: boolean;
}

/**
 * (value − median) / (0.74 · interquartile range), so that outliers do not hide themselves.
 *
 * @returns null for each value that is null, and for all where half of the values are equal.
 * @see Huynh & Meyer (2010), Pract. Assess. Res. Eval. 15(2).
 */
export function robustZ(values: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < 3) return values.map(() => null);
  const median = quantile(sorted, 0.5);
  const spread = 0.74 * (quantile(sorted, 0.75) - quantile(sorted, 0.25));
  const size = Math.max(...sorted.map(Math.abs));
  return values.map((value) =>
    value === null || spread <= 1e-9 * size || spread === 0 ? null : (value - median) / spread,
  );
}

/**
 * The drift of all common items under a transformation.
 *
 * @param used which items made the transformation; the robust z are relative to them all.
 * @param criterion beyond which a robust z is flagged, 1.645 in the source.
 */
export function itemDrift(
  common: readonly CommonItem[],
  transformation: ScaleTransformation,
  weights: CurveWeights,
  criterion: number,
  used: ReadonlySet<string>,
): readonly ItemDrift[] {
  const moved = common.map((pair) => transformItem(pair.new, transformation));
  const displacements = common.map(({ old }, at) => {
    const [before, after] = [meanLocation(old), moved[at] === undefined ? null : meanLocation(moved[at])];
    return before === null || after === null ? null : after - before;
  });
  const ratios = common.map(({ old }, at) => {
    const item = moved[at];
    if (item === undefined || item.model === 'nrm' || old.model === 'nrm') return null;
    const ratio = item.discrimination / old.discrimination;
    return item.discrimination > 0 && old.discrimination > 0 ? Math.log(ratio) : null;
  });
  const [zs, ratioZs] = [robustZ(displacements), robustZ(ratios)];
  const beyond = (z: number | null | undefined): boolean => typeof z === 'number' && Math.abs(z) > criterion;
  return common.map(({ id, old }, at) => {
    const item = moved[at] ?? old;
    let square = 0;
    for (let q = 0; q < weights.nodes.length; q += 1) {
      const theta = weights.nodes[q] ?? 0;
      square += (weights.weights[q] ?? 0) * (expectedScore(item, theta) - expectedScore(old, theta)) ** 2;
    }
    return {
      id,
      location: meanLocation(old),
      displacement: displacements[at] ?? null,
      robustZ: zs[at] ?? null,
      logRatio: ratios[at] ?? null,
      ratioZ: ratioZs[at] ?? null,
      curveDistance: Math.sqrt(square),
      flagged: beyond(zs[at]) || beyond(ratioZs[at]),
      used: used.has(id),
    };
  });
}

function meanLocation(item: Item): number | null {
  const locations = locationsOf(item);
  return locations === null ? null : mean(locations);
}
