import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import type { Item } from '../irt/items/item.ts';
import { type CommonItem, commonItems } from './common-items.ts';
import { type CurveScales, curveComparison, linkByCurves } from './curve-methods.ts';
import { type ItemDrift, itemDrift } from './drift.ts';
import { type ItemCovariances, type LinkResponse, linkErrors } from './link-errors.ts';
import { meanMean, meanSigma } from './moment-methods.ts';
import type { ScaleTransformation } from './transform.ts';
import { curveWeights, type WeightChoice } from './weights.ts';

/** mm: mean/mean; ms: mean/sigma; and the characteristic curve methods of Haebara and of Stocking and Lord. */
export const LINK_METHODS = ['mm', 'ms', 'haebara', 'stocking-lord'] as const;
/** The name of a linking method. */
export type LinkMethod = (typeof LINK_METHODS)[number];

/** How two scales are linked. */
export interface LinkOptions {
  readonly method: LinkMethod;
  /** Where curves are compared; 40 points of equal weight from −4 to 4 by default. */
  readonly weights?: WeightChoice;
  /** Compares curves on both scales, at the points of `weights` on the old and of `newWeights` on the new; false by default. */
  readonly symmetric?: boolean;
  /** Points of the new scale for a symmetric criterion; those of `weights` by default. */
  readonly newWeights?: WeightChoice;
  /** Takes this slope and estimates the intercept alone; 1 keeps the unit of Rasch scales. */
  readonly fixedSlope?: number;
  /** Beyond which |robust z| an item is flagged as drifted; 1.645 by default. */
  readonly driftCriterion?: number;
  /** Leaves out the most drifted item and links again, until none is flagged or this share of the items is left; false by default. */
  readonly purify?: boolean | { readonly keep: number };
  /** Covariances of the estimates, for standard errors. */
  readonly covariances?: { readonly old: ItemCovariances; readonly new: ItemCovariances };
  readonly override?: { readonly reason: string };
}

/** θ_old = slope · θ_new + intercept, and what it rests on. */
export interface Link extends ScaleTransformation {
  readonly method: LinkMethod;
  /** Null without covariances of the item parameters. */
  readonly se: { readonly slope: number | null; readonly intercept: number | null };
  /** Number of common items that made the link. */
  readonly n: number;
  /** The least value of the criterion; null for the methods of moments. */
  readonly criterion: number | null;
  readonly converged: boolean;
  readonly iterations: number;
  /** All common items with their drift. */
  readonly items: readonly ItemDrift[];
  /** Ids of the items that purification left out, in that order. */
  readonly removed: readonly string[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Links two calibrations by their common items: finds the transformation that puts the new scale on the old.
 *
 * @param oldItems items of the scale that stays. Only items whose id stands in both lists count.
 * @param newItems items of the scale that is changed.
 * @throws {RangeError} without common items, for items of unlike models, or where the method is not defined for an item.
 * @see Kolen & Brennan (2014), sections 6.3 and 6.8.
 */
export function link(oldItems: readonly Item[], newItems: readonly Item[], options: LinkOptions): Link {
  const { method, driftCriterion = 1.645, fixedSlope, weights: choice = { kind: 'uniform' } } = options;
  if (!LINK_METHODS.includes(method))
    throw new RangeError(`${method} is no method of linking; use ${LINK_METHODS.join(', ')}`);
  if (fixedSlope !== undefined && !(fixedSlope > 0)) {
    throw new RangeError(`the fixed slope is ${fixedSlope}; give one above 0, 1 for Rasch scales`);
  }
  const common = commonItems(oldItems, newItems);
  const weights = curveWeights(choice);
  const scales = { old: weights, new: options.symmetric === true ? curveWeights(options.newWeights ?? choice) : null };
  const removed: string[] = [];
  const left = leastCount(common.length, options.purify);
  for (;;) {
    const used = common.filter(({ id }) => !removed.includes(id));
    const found = linkOnce(used, method, scales, fixedSlope);
    const items = itemDrift(common, found, weights, driftCriterion, new Set(used.map(({ id }) => id)));
    const worst = items.filter((item) => item.used && item.flagged).sort((a, b) => zOf(b) - zOf(a))[0];
    if (left !== null && used.length > left && worst !== undefined) {
      removed.push(worst.id);
      continue;
    }
    const covariances = options.covariances;
    const se =
      covariances === undefined
        ? { slope: null, intercept: null }
        : linkErrors(used, found, responseOf(method, scales, fixedSlope), covariances);
    const sample = judgeSample('linking', used.length, options.override);
    return {
      method,
      ...found,
      se,
      n: used.length,
      items,
      removed,
      sample,
      notices: noticesOf(items, found, removed),
    };
  }
}

const zOf = ({ robustZ, ratioZ }: ItemDrift): number => Math.max(Math.abs(robustZ ?? 0), Math.abs(ratioZ ?? 0));

/** How many items purification must leave; null without it. */
function leastCount(items: number, purify: LinkOptions['purify']): number | null {
  if (purify === undefined || purify === false) return null;
  const keep = purify === true ? 0.8 : purify.keep;
  if (!(keep > 0 && keep <= 1))
    throw new RangeError(`${keep} is no share of items to keep; give one above 0, at most 1`);
  return Math.max(3, Math.ceil(keep * items));
}

type Found = Pick<Link, 'slope' | 'intercept' | 'criterion' | 'converged' | 'iterations'>;

function linkOnce(common: readonly CommonItem[], method: LinkMethod, scales: CurveScales, fixed?: number): Found {
  if (method === 'mm' || method === 'ms') {
    const { slope, intercept } = method === 'mm' ? meanMean(common, fixed) : meanSigma(common, fixed);
    return { slope, intercept, criterion: null, converged: true, iterations: 0 };
  }
  return linkByCurves(common, method, scales, startOf(common, fixed), fixed);
}

/** Mean/mean where it is defined, else no change. */
function startOf(common: readonly CommonItem[], fixed?: number): ScaleTransformation {
  try {
    return meanMean(common, fixed);
  } catch (error) {
    if (error instanceof RangeError) return { slope: fixed ?? 1, intercept: 0 };
    throw error;
  }
}

function responseOf(method: LinkMethod, scales: CurveScales, fixed?: number): LinkResponse {
  if (method === 'mm' || method === 'ms') {
    return {
      kind: 'direct',
      compute: (common) => (method === 'mm' ? meanMean(common, fixed) : meanSigma(common, fixed)),
    };
  }
  return {
    kind: 'minimum',
    gradient: (common, at) => curveComparison(common, method, scales)(at).gradient,
    fixedSlope: fixed !== undefined,
  };
}

function noticesOf(items: readonly ItemDrift[], found: Found, removed: readonly string[]): readonly string[] {
  const notices: string[] = [];
  if (!found.converged)
    notices.push(`The search stopped after ${found.iterations} iterations without a minimum; use mean/sigma.`);
  const flagged = items.filter((item) => item.flagged && item.used).map(({ id }) => id);
  if (flagged.length > 0)
    notices.push(`Items that drifted and count in the link: ${flagged.join(', ')}; inspect them.`);
  if (removed.length > 0) notices.push(`Items left out because they drifted: ${removed.join(', ')}.`);
  return notices;
}
