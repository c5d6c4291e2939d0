import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import type { Item } from '../items/item.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { ItemCurve } from '../scoring/item-curve.ts';

/** How θ was estimated: it enters what lz* expects of the likelihood. */
export type ThetaEstimate =
  | { readonly method: 'ml' | 'wle' | 'jeffreys' }
  | { readonly method: 'map'; readonly mean: number; readonly variance: number };

/** How likely a person's responses are at the person's θ, as normal deviates; low values are surprising. */
export interface LzStatistics {
  /** At the estimate taken for the truth: it varies too little and flags too few. Null without θ or variance. */
  readonly lz: number | null;
  /** Corrected for the estimation of θ. */
  readonly lzStar: number | null;
}

/**
 * lz and lz* of every person.
 *
 * @param thetas one per person, null for none; lz* is right only for estimates made as `estimate` says. EAP has no lz*.
 * @throws {RangeError} when there is not one θ per person, and as `itemsOfColumns`.
 * @see Drasgow, Levine & Williams (1985), BJMSP 38(1), for lz, with more than two categories as well; Snijders (2001),
 * Psychometrika 66(3), for lz*; Sinharay (2016), Psychometrika 81(4), for lz* with more than two categories.
 */
export function lzStatistics(
  data: ResponseMatrix,
  items: readonly Item[],
  thetas: readonly (number | null)[],
  estimate: ThetaEstimate | null,
): readonly LzStatistics[] {
  if (thetas.length !== data.persons.length) {
    throw new RangeError(`${thetas.length} thetas for ${data.persons.length} candidates; give one each, null for none`);
  }
  const columns = itemsOfColumns(data, items);
  const curve = new ItemCurve();
  return thetas.map((theta, person) =>
    theta === null ? { lz: null, lzStar: null } : lzOf(columns, personResponses(data, person), theta, estimate, curve),
  );
}

/** lz and lz* of one row of responses; missing responses do not enter. */
export function lzOf(
  items: readonly Item[],
  responses: Int16Array,
  theta: number,
  estimate: ThetaEstimate | null,
  curve: ItemCurve = new ItemCurve(),
): LzStatistics {
  // Per item: log p of the response less its mean; over items the sums that lz and its correction need.
  let deviation = 0;
  let variance = 0;
  let cross = 0;
  let information = 0;
  let warm = 0;
  let informationSlope = 0;
  for (let at = 0; at < responses.length; at += 1) {
    const category = responses[at] ?? -1;
    const item = items[at];
    if (category < 0 || item === undefined) continue;
    curve.at(item, theta);
    let mean = 0;
    let square = 0;
    for (let k = 0; k < curve.count; k += 1) {
      const p = curve.p[k] ?? 0;
      const log = Math.log(p);
      mean += p * log;
      square += p * log * log;
      cross += p * log * (curve.slope[k] ?? 0);
    }
    deviation += Math.log(curve.p[category] ?? 1) - mean;
    variance += square - mean * mean;
    information += curve.information();
    warm += curve.warm();
    informationSlope += curve.informationSlope();
  }
  if (!(variance > 1e-14)) return { lz: null, lzStar: null };
  const lz = deviation / Math.sqrt(variance);
  if (estimate === null || !(information > 0)) return { lz, lzStar: null };
  // The part of log p that moves with the score is taken out: c = Σ log p · p′ / information.
  const projection = cross / information;
  const rest = variance - projection * cross;
  if (!(rest > 1e-12 * variance)) return { lz, lzStar: null };
  const added = addedToScore(estimate, theta, { information, warm, informationSlope });
  return { lz, lzStar: (deviation + projection * added) / Math.sqrt(rest) };
}

/** What the estimating equation holds beside the score: the expected deviation of the log-likelihood is minus c times it. */
function addedToScore(
  estimate: ThetaEstimate,
  theta: number,
  sums: { readonly information: number; readonly warm: number; readonly informationSlope: number },
): number {
  switch (estimate.method) {
    case 'ml':
      return 0;
    case 'map':
      return (estimate.mean - theta) / estimate.variance;
    case 'wle':
      return sums.warm / (2 * sums.information);
    default:
      return sums.informationSlope / (2 * sums.information);
  }
}
