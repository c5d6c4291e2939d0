import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { isInformative, type TwoByTwo } from './strata.ts';

/** Whether the odds ratio is the same at every level of the matching score; if not, the DIF is nonuniform. */
export interface BreslowDay {
  /** Breslow and Day's χ². */
  readonly statistic: number | null;
  /** With Tarone's correction, which makes it a proper χ² with the Mantel-Haenszel odds ratio. */
  readonly tarone: number | null;
  /** Strata that count, less one. */
  readonly df: number;
  readonly p: number | null;
  readonly taroneP: number | null;
  readonly reason: string | null;
}

/**
 * The Breslow-Day test of homogeneous odds ratios, about the Mantel-Haenszel estimate, with Tarone's correction beside
 * it.
 *
 * @throws {RangeError} naming a stratum with impossible counts.
 * @see Breslow & Day (1980), Statistical Methods in Cancer Research 1, section 4.4; Tarone (1985), Biometrika 72(1);
 *   for DIF Penfield (2003), Alberta Journal of Educational Research 49(3).
 */
export function breslowDay(strata: readonly TwoByTwo[]): BreslowDay {
  const { alpha, reason } = mantelHaenszel(strata);
  const used = strata.filter(isInformative);
  const df = Math.max(0, used.length - 1);
  const none = { statistic: null, tarone: null, df, p: null, taroneP: null };
  if (alpha === null || alpha === 0) return { ...none, reason: reason ?? 'the common odds ratio has no bound' };
  if (df === 0) return { ...none, reason: 'one level of the matching score cannot differ from the others' };
  let statistic = 0;
  let distance = 0;
  let variance = 0;
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of used) {
    const fitted = fittedCount(alpha, a + b, c + d, a + c);
    const cells = [fitted, a + b - fitted, a + c - fitted, d - a + fitted];
    const own = 1 / cells.reduce((sum, cell) => sum + 1 / cell, 0);
    statistic += (a - fitted) ** 2 / own;
    distance += a - fitted;
    variance += own;
  }
  const tarone = Math.max(0, statistic - distance ** 2 / variance);
  const p = chiSquare.upper(statistic, df);
  return { statistic, tarone, df, p, taroneP: chiSquare.upper(tarone, df), reason: null };
}

/** The count of right answers in the reference group at which, given the margins, the odds ratio is alpha. */
function fittedCount(alpha: number, reference: number, focal: number, right: number): number {
  if (Math.abs(alpha - 1) < 1e-12) return (reference * right) / (reference + focal);
  const a = 1 - alpha;
  const b = focal - right + alpha * (reference + right);
  const c = -alpha * reference * right;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // Of the two roots the one between the margins, in the form in which nothing cancels.
  return b > 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
}
