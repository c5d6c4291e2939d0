import { Random } from '../numeric/random.ts';
import { type JointDistribution, totalOf } from './distribution.ts';

/** From the counts of both groups to the equated scores of all scores of X. */
export type EquatingPipeline = (x: JointDistribution, y: JointDistribution) => Float64Array;

/**
 * Standard errors of any method by the infinitesimal jackknife: how far the equated scores move when one candidate more
 * had the scores of a cell. It is the delta method on the multinomial distribution of the candidates.
 *
 * @returns one per score of X; NaN where the equated score jumps, as beside scores that nobody has: it has no derivative.
 * @see Efron (1982), The Jackknife, the Bootstrap and Other Resampling Plans, chapter 6.
 */
export function influenceErrors(equate: EquatingPipeline, x: JointDistribution, y: JointDistribution): Float64Array {
  const variance = new Float64Array(equate(x, y).length);
  // At its own rate a candidate moves a score by less than the whole scale; what moves by more does not move but jumps.
  const furthest = y.total.high - y.total.low + 1;
  const add = (own: JointDistribution, run: (changed: JointDistribution) => Float64Array): void => {
    const counts = own.counts.slice();
    own.counts.forEach((count, cell) => {
      if (count <= 0) return;
      // A small part of one candidate: the functions are straight so near, and rounding is far smaller.
      const step = 1e-4;
      counts[cell] = count + step;
      const up = run({ ...own, counts });
      counts[cell] = count - step;
      const down = run({ ...own, counts });
      counts[cell] = count;
      for (let at = 0; at < variance.length; at += 1) {
        const rate = ((up[at] ?? 0) - (down[at] ?? 0)) / (2 * step);
        variance[at] = Math.abs(rate) > furthest ? Number.NaN : (variance[at] ?? 0) + count * rate ** 2;
      }
    });
  };
  add(x, (changed) => equate(changed, y));
  add(y, (changed) => equate(x, changed));
  return variance.map(Math.sqrt);
}

/** What a bootstrap found. */
export interface BootstrapErrors {
  /** Standard deviation over the replications, one per score of X; NaN when fewer than two could be computed. */
  readonly errors: Float64Array;
  readonly replications: number;
  /** Replications in which the method could not be computed (a group without variance, say). */
  readonly failed: number;
}

/**
 * Standard errors by the bootstrap: candidates are drawn anew from each group's distribution.
 *
 * @param x distribution to draw from: the observed one, or a smoothed one (parametric bootstrap).
 * @param size how many candidates each group has.
 * @throws {RangeError} for fewer than 2 or more than 100,000 replications.
 * @see Efron & Tibshirani (1993), chapter 6; Kolen & Brennan (2014), section 7.2.
 */
export function bootstrapErrors(
  equate: EquatingPipeline,
  x: JointDistribution,
  y: JointDistribution,
  options: {
    readonly replications: number;
    readonly seed: number;
    readonly size: { readonly x: number; readonly y: number };
  },
): BootstrapErrors {
  const { replications, seed, size } = options;
  if (!Number.isInteger(replications) || replications < 2 || replications > 100_000) {
    throw new RangeError(`${replications} is no number of bootstrap replications; give 2 to 100000`);
  }
  const random = new Random(seed);
  const draws: Float64Array[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const first = { ...x, counts: drawCounts(x.counts, size.x, random) };
    const second = { ...y, counts: drawCounts(y.counts, size.y, random) };
    const values = tryEquate(equate, first, second);
    if (values?.every(Number.isFinite)) draws.push(values);
  }
  const length = draws[0]?.length ?? 0;
  const errors = new Float64Array(length).fill(Number.NaN);
  if (draws.length > 1) {
    for (let at = 0; at < length; at += 1) {
      const mean = draws.reduce((sum, draw) => sum + (draw[at] ?? 0), 0) / draws.length;
      const square = draws.reduce((sum, draw) => sum + ((draw[at] ?? 0) - mean) ** 2, 0);
      errors[at] = Math.sqrt(square / (draws.length - 1));
    }
  }
  return { errors, replications, failed: replications - draws.length };
}

/** A sample may leave a method without what it needs; that replication then counts as failed. */
function tryEquate(equate: EquatingPipeline, x: JointDistribution, y: JointDistribution): Float64Array | undefined {
  try {
    return equate(x, y);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Draws a multinomial sample, cell by cell. */
function drawCounts(weights: Float64Array, size: number, random: Random): Float64Array {
  let rest = totalOf(weights);
  let left = size;
  return weights.map((weight) => {
    if (left === 0 || weight <= 0) return 0;
    // Rounding in the running rest must not leave candidates over at the last cell.
    const share = weight / rest;
    const drawn = random.binomial(left, share > 1 - 1e-9 ? 1 : share);
    rest -= weight;
    left -= drawn;
    return drawn;
  });
}
