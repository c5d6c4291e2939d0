import type { CategoryStratum } from './strata.ts';

/** A common odds ratio of cumulative answers. */
export interface CumulativeOddsRatio {
  /** Odds of reaching a category or more, reference to focal; null where it has no bound. */
  readonly alpha: number | null;
  readonly lnAlpha: number | null;
  readonly seLnAlpha: number | null;
}

/**
 * Liu and Agresti's estimate of a cumulative odds ratio that is common to all categories and strata; of a dichotomous
 * item it is the Mantel-Haenszel odds ratio.
 *
 * The estimate solves Σ T = 0 with T the sum, over all pairs of one person of each group in a stratum, of
 * h = (u − v)⁺ − α(v − u)⁺, divided by the size of the stratum. The standard error takes the variance of T without
 * bias, as of a two-sample U statistic with mean 0: row sums² + column sums² − Σ h². It holds for few large strata and
 * for many small ones.
 *
 * @see Liu & Agresti (1996), Biometrics 52(4); for DIF Penfield & Algina (2003), Journal of Educational Measurement
 *   40(4).
 */
export function liuAgresti(all: readonly CategoryStratum[]): CumulativeOddsRatio {
  const strata = all.map(({ reference, focal }) => ({ reference: occurring(reference), focal: occurring(focal) }));
  let above = 0;
  let below = 0;
  for (const stratum of strata) {
    const { up, down, size } = pairsOf(stratum);
    if (size === 0) continue;
    above += up / size;
    below += down / size;
  }
  if (above === 0 || below === 0) return { alpha: null, lnAlpha: null, seLnAlpha: null };
  const alpha = above / below;
  let variance = 0;
  for (const stratum of strata) variance += varianceOf(stratum, alpha);
  const se = Math.sqrt(Math.max(0, variance)) / above;
  return { alpha, lnAlpha: Math.log(alpha), seLnAlpha: se > 0 ? se : null };
}

/** The answers of both groups at one level. */
interface Occurring {
  readonly reference: readonly Counted[];
  readonly focal: readonly Counted[];
}

/** A category that occurs, with how often. */
type Counted = readonly [category: number, count: number];

/** Only what occurs: of scores up to thousands, all pairs of categories would be too many. */
const occurring = (counts: Float64Array): readonly Counted[] =>
  Array.from(counts, (count, category): Counted => [category, count]).filter(([, count]) => count > 0);

/** Σ (u − v)⁺ and Σ (v − u)⁺ over the pairs, u of the reference and v of the focal group; size 0 without pairs. */
function pairsOf({ reference, focal }: Occurring): { up: number; down: number; size: number } {
  let [up, down, references, focals] = [0, 0, 0, 0];
  for (const [u, r] of reference) {
    references += r;
    for (const [v, f] of focal) {
      if (u > v) up += r * f * (u - v);
      else down += r * f * (v - u);
    }
  }
  for (const [, f] of focal) focals += f;
  return { up, down, size: references > 0 && focals > 0 ? references + focals : 0 };
}

function varianceOf({ reference, focal }: Occurring, alpha: number): number {
  const kernel = (u: number, v: number): number => (u > v ? u - v : alpha * (u - v));
  let [size, rows, columns, single] = [0, 0, 0, 0];
  for (const [u, r] of reference) {
    let sum = 0;
    for (const [v, f] of focal) {
      sum += f * kernel(u, v);
      single += r * f * kernel(u, v) ** 2;
    }
    rows += r * sum * sum;
    size += r;
  }
  for (const [v, f] of focal) {
    let sum = 0;
    for (const [u, r] of reference) sum += r * kernel(u, v);
    columns += f * sum * sum;
    size += f;
  }
  return size === 0 ? 0 : (rows + columns - single) / size ** 2;
}
