import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { type DifClass, polytomousClass } from './dif-class.ts';
import { liuAgresti } from './liu-agresti.ts';
import { DELTA_PER_LOG_ODDS } from './mantel-haenszel.ts';
import type { CategoryStratum } from './strata.ts';

/** Mantel's test and the standardized mean difference of one polytomous item. */
export interface Mantel {
  readonly n: { readonly reference: number; readonly focal: number };
  readonly strata: number;
  /** Mantel's χ² with one degree of freedom, without continuity correction. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** Standardized mean difference, focal minus reference, in score points, weighted by the focal group. */
  readonly smd: number | null;
  readonly seSmd: number | null;
  /** The difference in units of the item's standard deviation over both groups. */
  readonly effectSize: number | null;
  /**
   * Liu and Agresti's common cumulative odds ratio, reference to focal; above 1 the item is harder for the focal group.
   */
  readonly alpha: number | null;
  readonly seLnAlpha: number | null;
  /** −2.35 ln α. */
  readonly delta: number | null;
  readonly class: DifClass | null;
  readonly reason: string | null;
}

/**
 * Mantel's test for ordered categories over the levels of a matching score, with the standardized mean difference (its
 * standard error by the hypergeometric variance) and the classes of polytomous items.
 *
 * @param options.level significance level of the classes (default 0.05).
 * @see Mantel (1963), Journal of the American Statistical Association 58(303); Zwick, Donoghue & Grima (1993), Journal
 *   of Educational Measurement 30(3); Zwick & Thayer (1996), Journal of Educational and Behavioral Statistics 21(3).
 */
export function mantel(strata: readonly CategoryStratum[], options: { readonly level?: number } = {}): Mantel {
  const used = strata.map(momentsOf).filter(({ reference, focal }) => reference.n > 0 && focal.n > 0);
  const n = {
    reference: used.reduce((sum, { reference }) => sum + reference.n, 0),
    focal: used.reduce((sum, { focal }) => sum + focal.n, 0),
  };
  let [distance, variance, smd, smdVariance] = [0, 0, 0, 0];
  const all = { n: 0, sum: 0, squares: 0 };
  for (const { reference, focal } of used) {
    const size = reference.n + focal.n;
    const [sum, squares] = [reference.sum + focal.sum, reference.squares + focal.squares];
    const own = (reference.n * focal.n * (size * squares - sum * sum)) / (size * size * (size - 1));
    distance += focal.sum - (focal.n * sum) / size;
    variance += own;
    const weight = focal.n / n.focal;
    smd += weight * (focal.sum / focal.n - reference.sum / reference.n);
    smdVariance += weight ** 2 * own * (1 / focal.n + 1 / reference.n) ** 2;
    all.n += size;
    all.sum += sum;
    all.squares += squares;
  }
  if (!(variance > 0)) {
    const none = { statistic: null, p: null, smd: null, seSmd: null, effectSize: null, alpha: null, seLnAlpha: null };
    const reason = 'at no level of the matching score are both groups and different answers';
    return { n, strata: used.length, ...none, delta: null, class: null, reason };
  }
  const statistic = distance ** 2 / variance;
  const p = chiSquare.upper(statistic, 1);
  const deviation = Math.sqrt((all.squares - all.sum ** 2 / all.n) / (all.n - 1));
  const effectSize = smd / deviation;
  const { alpha, lnAlpha, seLnAlpha } = liuAgresti(strata);
  return {
    n,
    strata: used.length,
    statistic,
    p,
    smd,
    seSmd: Math.sqrt(smdVariance),
    effectSize,
    alpha,
    seLnAlpha,
    delta: lnAlpha === null ? null : DELTA_PER_LOG_ODDS * lnAlpha,
    class: polytomousClass(effectSize, p < (options.level ?? 0.05)),
    reason: null,
  };
}

interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

function momentsOf({ reference, focal }: CategoryStratum): { reference: Moments; focal: Moments } {
  const moments = (counts: Float64Array): Moments => ({
    n: counts.reduce((sum, count) => sum + count, 0),
    sum: counts.reduce((sum, count, category) => sum + category * count, 0),
    squares: counts.reduce((sum, count, category) => sum + category * category * count, 0),
  });
  return { reference: moments(reference), focal: moments(focal) };
}
