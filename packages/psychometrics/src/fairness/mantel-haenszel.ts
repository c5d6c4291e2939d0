import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { intervalAround } from '../numeric/intervals.ts';
import { type DifClass, etsClass } from './dif-class.ts';
import { isInformative, requireCounts, type TwoByTwo } from './strata.ts';

/** The Mantel-Haenszel comparison of one item; what cannot be computed is null, and `reason` says why. */
export interface MantelHaenszel {
  /** Persons in strata that count. */
  readonly n: { readonly reference: number; readonly focal: number };
  readonly strata: number;
  /** χ² with one degree of freedom, for a common odds ratio of 1. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** Common odds ratio of being right, reference to focal; above 1 the item is harder for the focal group. */
  readonly alpha: number | null;
  readonly lnAlpha: number | null;
  readonly seLnAlpha: number | null;
  /** MH D-DIF = −2.35 ln α, in delta points; negative where the item is harder for the focal group. */
  readonly delta: number | null;
  readonly seDelta: number | null;
  /** 95 % of the delta. */
  readonly deltaInterval: readonly [number, number] | null;
  readonly class: DifClass | null;
  readonly reason: string | null;
}

/** Delta points per unit of log odds. */
export const DELTA_PER_LOG_ODDS = -2.35;

/**
 * The Mantel-Haenszel test and common odds ratio over the levels of a matching score.
 *
 * @param options.correct continuity correction of one half, as Holland & Thayer (default true).
 * @param options.level significance level of the A/B/C classes (default 0.05).
 * @throws {RangeError} naming a stratum with impossible counts.
 * @see Mantel & Haenszel (1959); Holland & Thayer (1988); for the standard error Robins, Breslow & Greenland (1986),
 *   Biometrics 42(2), which Phillips & Holland (1987) derive for DIF as well.
 */
export function mantelHaenszel(
  strata: readonly TwoByTwo[],
  options: { readonly correct?: boolean; readonly level?: number } = {},
): MantelHaenszel {
  requireCounts(strata);
  const { correct = true, level = 0.05 } = options;
  const used = strata.filter(isInformative);
  const sums = { a: 0, expected: 0, variance: 0, r: 0, s: 0, pr: 0, cross: 0, qs: 0, reference: 0, focal: 0 };
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of used) {
    const n = a + b + c + d;
    const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    sums.a += a;
    sums.expected += ((a + b) * (a + c)) / n;
    sums.variance += n > 1 ? ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1)) : 0;
    sums.r += r;
    sums.s += s;
    sums.pr += p * r;
    sums.cross += p * s + q * r;
    sums.qs += q * s;
    sums.reference += a + b;
    sums.focal += c + d;
  }
  const n = { reference: sums.reference, focal: sums.focal };
  const empty = { lnAlpha: null, seLnAlpha: null, delta: null, seDelta: null, deltaInterval: null, class: null };
  if (sums.variance === 0) {
    const reason = 'at no level of the matching score are both groups and both right and wrong answers';
    return { n, strata: used.length, statistic: null, p: null, alpha: null, ...empty, reason };
  }
  const distance = Math.abs(sums.a - sums.expected);
  const statistic = Math.max(0, correct ? distance - 0.5 : distance) ** 2 / sums.variance;
  const p = chiSquare.upper(statistic, 1);
  if (sums.r === 0 || sums.s === 0) {
    const alpha = sums.s === 0 ? null : 0;
    const reason =
      'the common odds ratio has no bound: matched candidates of one group are always right or always wrong';
    return { n, strata: used.length, statistic, p, alpha, ...empty, reason };
  }
  const alpha = sums.r / sums.s;
  const lnAlpha = Math.log(alpha);
  const seLnAlpha = Math.sqrt(
    sums.pr / (2 * sums.r ** 2) + sums.cross / (2 * sums.r * sums.s) + sums.qs / (2 * sums.s ** 2),
  );
  const delta = DELTA_PER_LOG_ODDS * lnAlpha;
  const seDelta = -DELTA_PER_LOG_ODDS * seLnAlpha;
  return {
    n,
    strata: used.length,
    statistic,
    p,
    alpha,
    lnAlpha,
    seLnAlpha,
    delta,
    seDelta,
    deltaInterval: intervalAround(delta, seDelta),
    class: etsClass(delta, seDelta, p < level),
    reason: null,
  };
}
