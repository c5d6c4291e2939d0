import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { normal } from '../../numeric/distributions/normal.ts';
import { categoryCount, type Item } from '../items/item.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { type LatentOptions, latentOf } from '../scoring/latent-grid.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import { type GroupBasedFit, groupBasedFit } from './group-based.ts';
import { lzStatistics } from './lz.ts';

/** What says that a pattern is unusual. It is a reason to look, never proof of anything. */
export type PersonFlag = 'lz-star' | 'ht' | 'c-star';

/** How well the model, and the order of the items, describe a person's responses. */
export interface PersonFit {
  readonly id: string;
  /** How many items the person answered. */
  readonly answered: number;
  /** The estimate that lz and lz* are taken at. */
  readonly theta: number | null;
  readonly lz: number | null;
  readonly lzStar: number | null;
  /** The probability of an lz* as low, or lower, where the model holds. */
  readonly p: number | null;
  /** lz at the EAP estimate, as some programs give it (Zh). */
  readonly zh: number | null;
  /** Null where an item has more than two categories. */
  readonly groupBased: GroupBasedFit | null;
  readonly flags: readonly PersonFlag[];
}

/** Person fit of a sample. */
export interface PersonFitReport {
  readonly n: number;
  /** How many persons carry a flag by lz*, and how many chance alone would flag. */
  readonly flagged: number;
  readonly expectedByChance: number;
  readonly alpha: number;
  readonly persons: readonly PersonFit[];
  readonly sample: SampleJudgment;
}

/** What person fit is told beyond the latent distribution. */
export interface PersonFitOptions extends LatentOptions {
  /** The estimate of θ for lz and lz*; `map` unless given, as it exists for all right and all wrong too. */
  readonly method?: 'map' | 'ml' | 'wle';
  /** The share of regular patterns that lz* may flag; 0.05 unless given. */
  readonly alpha?: number;
  readonly override?: { readonly reason: string };
}

/**
 * Person fit: lz, lz* and, for items with two categories, the group-based statistics.
 *
 * @throws {RangeError} for an alpha outside (0, 1), and as `scorePersons`.
 * @see `lzStatistics` and `groupBasedFit`; the bounds of the flags by Karabatsos (2003), Appl. Meas. Educ. 16(4) (Ht
 * below 0.22), and Harnisch (1983), JEM 20(2) (C* above 0.3); lz* by the normal distribution.
 */
export function personFit(
  data: ResponseMatrix,
  items: readonly Item[],
  options: PersonFitOptions = {},
): PersonFitReport {
  const { method = 'map', alpha = 0.05, mean = 0, variance = 1 } = options;
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; give a share between 0 and 1`);
  const columns = itemsOfColumns(data, items);
  const scores = scorePersons(data, columns, { ...latentOf(options), method });
  const lz = lzStatistics(
    data,
    columns,
    scores.map(({ theta }) => theta),
    method === 'map' ? { method, mean, variance } : { method },
  );
  const eap = scorePersons(data, columns, { ...latentOf(options), method: 'eap' }).map(({ theta }) => theta);
  const zh = lzStatistics(data, columns, eap, null);
  const groupBased = columns.every((item) => categoryCount(item) === 2) ? groupBasedFit(data) : null;
  const persons = scores.map(({ id, theta, answered }, person): PersonFit => {
    const lzStar = lz[person]?.lzStar ?? null;
    const group = answered === 0 ? null : (groupBased?.[person] ?? null);
    const p = lzStar === null ? null : normal.cdf(lzStar);
    const flags: PersonFlag[] = [];
    if (p !== null && p < alpha) flags.push('lz-star');
    if (group !== null && group.ht !== null && group.ht < 0.22) flags.push('ht');
    if (group !== null && group.cStar !== null && group.cStar > 0.3) flags.push('c-star');
    const own = { lz: lz[person]?.lz ?? null, lzStar, p, zh: zh[person]?.lz ?? null };
    return { id, answered, theta, ...own, groupBased: group, flags };
  });
  const judged = persons.filter(({ p }) => p !== null).length;
  return {
    n: persons.length,
    flagged: persons.filter(({ flags }) => flags.includes('lz-star')).length,
    expectedByChance: alpha * judged,
    alpha,
    persons,
    sample: judgeSample('classical', persons.length, options.override),
  };
}
