import { hypergeometric } from '../numeric/distributions/hypergeometric.ts';
import { findRoot } from '../numeric/optimize.ts';
import { isInformative, requireCounts, type TwoByTwo } from './strata.ts';

/** The exact conditional comparison of one item. */
export interface ExactConditional {
  /** Two-sided: the probability, without DIF, of all outcomes no more probable than the one observed. */
  readonly p: number | null;
  /** Conditional maximum likelihood estimate of the common odds ratio; null where it has no bound. */
  readonly alpha: number | null;
  /** Exact 95 % interval of the odds ratio; a bound that does not exist is null. */
  readonly interval: readonly [number | null, number | null];
  readonly reason: string | null;
}

/** Beyond this |ln α| an odds ratio counts as unbounded. */
const WIDEST = 40;

/**
 * The exact test of a common odds ratio of 1, given all margins: the number of right answers in the reference group is
 * a sum of independent hypergeometric variables, one per stratum, whose distribution is built by convolution.
 *
 * @throws {RangeError} naming a stratum with impossible counts.
 * @see Cox (1970); Mehta, Patel & Gray (1985), Journal of the American Statistical Association 80(392).
 */
export function exactConditional(strata: readonly TwoByTwo[]): ExactConditional {
  requireCounts(strata);
  const used = strata.filter(isInformative);
  let mass = Float64Array.of(1);
  let at = 0;
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of used) {
    const low = Math.max(0, a + c - (c + d));
    const high = Math.min(a + b, a + c);
    const next = Float64Array.from({ length: high - low + 1 }, (_, k) =>
      hypergeometric.mass(low + k, a + b, c + d, a + c),
    );
    mass = convolve(mass, next);
    at += a - low;
  }
  if (mass.length < 2) {
    const reason = 'at no level of the matching score are both groups and both right and wrong answers';
    return { p: null, alpha: null, interval: [null, null], reason };
  }
  const observed = mass[at] ?? 0;
  let p = 0;
  // Outcomes as probable as the observed one must count in spite of rounding.
  for (const probability of mass) if (probability <= observed * (1 + 1e-7)) p += probability;

  const tilted = (logOdds: number): { mean: number; lower: number; upper: number } => tilt(mass, at, logOdds);
  const last = mass.length - 1;
  const rootOf = (f: (logOdds: number) => number): number | null =>
    f(-WIDEST) * f(WIDEST) > 0 ? null : Math.exp(findRoot(f, -WIDEST, WIDEST).x);
  const alpha = at === 0 || at === last ? null : rootOf((logOdds) => tilted(logOdds).mean - at);
  const low = at === 0 ? null : rootOf((logOdds) => tilted(logOdds).upper - 0.025);
  const high = at === last ? null : rootOf((logOdds) => tilted(logOdds).lower - 0.025);
  const reason = alpha === null ? 'the conditional odds ratio has no bound: the outcome is the most extreme one' : null;
  return { p: Math.min(1, p), alpha, interval: [low, high], reason };
}

/** Mean and tails of the distribution when the odds ratio is exp(logOdds) instead of 1. */
function tilt(mass: Float64Array, at: number, logOdds: number): { mean: number; lower: number; upper: number } {
  const logs = mass.map((probability, k) => (probability > 0 ? Math.log(probability) + k * logOdds : -Infinity));
  const highest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  const sums = { all: 0, mean: 0, lower: 0, upper: 0 };
  logs.forEach((value, k) => {
    const weight = Math.exp(value - highest);
    sums.all += weight;
    sums.mean += weight * k;
    if (k <= at) sums.lower += weight;
    if (k >= at) sums.upper += weight;
  });
  return { mean: sums.mean / sums.all, lower: sums.lower / sums.all, upper: sums.upper / sums.all };
}

function convolve(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(a.length + b.length - 1);
  a.forEach((x, i) => {
    if (x === 0) return;
    for (let j = 0; j < b.length; j += 1) sum[i + j] = (sum[i + j] ?? 0) + x * (b[j] ?? 0);
  });
  return sum;
}
