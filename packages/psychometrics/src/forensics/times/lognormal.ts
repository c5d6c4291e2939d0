import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { estimateLognormal } from './lognormal-em.ts';
import { lognormalErrors } from './lognormal-information.ts';
import { logTimes, type ResponseTimes } from './response-times.ts';

/** Of one item: how much labor it asks, and how well its time tells fast persons from slow ones. */
export interface TimedItem {
  readonly id: string;
  /** β, time intensity: the mean log seconds of a person of speed 0. */
  readonly intensity: number;
  /** α, time discrimination: 1 / standard deviation of the log time given the speed. */
  readonly discrimination: number;
  /** Null where the information is singular. */
  readonly se: { readonly intensity: number | null; readonly discrimination: number | null };
  /** Candidates with a time above 0. */
  readonly n: number;
}

/** The lognormal model of response times. */
export interface LognormalTimes {
  /** Candidates with at least one time. */
  readonly n: number;
  readonly items: readonly TimedItem[];
  /** Variance of the speed τ, whose mean is 0. */
  readonly speedVariance: number;
  readonly speedVarianceSe: number | null;
  /** Of the log times, complete or not. */
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** What is estimated of response times, and until when. */
export interface LognormalOptions {
  /** 5,000 without it. */
  readonly maxIterations?: number;
  /** The largest change of a parameter at which the iteration ends; 1e-10 without it. */
  readonly tolerance?: number;
  readonly override?: { readonly reason: string };
}

/**
 * Fits ln T_ij = β_j − τ_i + ε_ij, ε_ij ~ N(0, 1/α_j²), τ_i ~ N(0, σ²) by marginal maximum likelihood; missing times
 * are left out. Standard errors are by the expected information of the times that there are.
 *
 * @param times seconds per person and item; 0 and null are no time.
 * @throws {RangeError} naming items with fewer than two times, or whose times are all the same; with fewer than two
 *   items.
 * @see van der Linden (2006), Journal of Educational and Behavioral Statistics 31(2).
 */
export function fitLognormal(times: ResponseTimes, options: LognormalOptions = {}): LognormalTimes {
  const { maxIterations = 5000, tolerance = 1e-10, override } = options;
  const data = logTimes(times);
  requireVariation(data, times.items);
  const { intensity, residual, variance, logLikelihood, converged, iterations } = estimateLognormal(data, {
    maxIterations,
    tolerance,
  });
  const errors = lognormalErrors(data, residual, variance);
  const items = times.items.map((id, item) => {
    const psi = residual[item] ?? 1;
    const error = errors.residual[item] ?? null;
    return {
      id,
      intensity: intensity[item] ?? 0,
      discrimination: 1 / Math.sqrt(psi),
      // α = ψ^(−1/2), so its error is that of ψ times ½ ψ^(−3/2).
      se: {
        intensity: errors.intensity[item] ?? null,
        discrimination: error === null ? null : error / (2 * psi ** 1.5),
      },
      n: data.counts[item] ?? 0,
    };
  });
  const notices = converged ? [] : [`Not converged after ${iterations} iterations; take the estimates as provisional.`];
  const heywood = items.filter((_, item) => (residual[item] ?? 1) <= data.floor * 1.01).map(({ id }) => id);
  if (heywood.length > 0)
    notices.push(`The times of ${heywood.join(', ')} vary only with the speed; their α is at its bound.`);
  if (variance <= data.floor * 1.01)
    notices.push('The candidates do not differ in speed; the variance is at its bound.');
  return {
    n: data.timed,
    items,
    speedVariance: variance,
    speedVarianceSe: errors.variance,
    logLikelihood,
    converged,
    iterations,
    sample: judgeSample('two-parameter', data.timed, override),
    notices,
  };
}

function requireVariation({ logs, width, counts }: ReturnType<typeof logTimes>, ids: readonly string[]): void {
  if (width < 2) throw new RangeError(`speed needs the times of two items; there are ${width}`);
  const few = ids.filter((_, item) => (counts[item] ?? 0) < 2);
  if (few.length > 0)
    throw new RangeError(`fewer than two times above 0: ${few.slice(0, 8).join(', ')}; leave the columns out`);
  const alike = ids.filter((_, item) => {
    let low = Infinity;
    let high = -Infinity;
    for (let at = item; at < logs.length; at += width) {
      const value = logs[at] ?? Number.NaN;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return !(high > low);
  });
  if (alike.length > 0)
    throw new RangeError(`all times are the same: ${alike.slice(0, 8).join(', ')}; leave the columns out`);
}
