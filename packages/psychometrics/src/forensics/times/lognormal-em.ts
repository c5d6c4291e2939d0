import type { LogTimes } from './response-times.ts';

/** Estimates of the lognormal model; ψ = 1/α² is the residual variance of an item. */
export interface LognormalEstimate {
  readonly intensity: Float64Array;
  readonly residual: Float64Array;
  readonly variance: number;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Expectation-maximization with squared extrapolation (SQUAREM, step S3). An extrapolated point is taken only where the
 * likelihood does not fall; the bound on iterations counts steps of EM.
 *
 * @see Rubin & Thayer (1982), Psychometrika 47(1), for the steps; Varadhan & Roland (2008), Scand. J. Statist. 35(2).
 */
export function estimateLognormal(
  data: LogTimes,
  { maxIterations, tolerance }: { readonly maxIterations: number; readonly tolerance: number },
): LognormalEstimate {
  const { width } = data;
  let point = startOf(data);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    const first = step(data, point);
    const second = step(data, first.next);
    iterations += 2;
    let r = 0;
    let v = 0;
    let change = 0;
    const far = second.next.map((value, at) => {
      const one = (first.next[at] ?? 0) - (point[at] ?? 0);
      const two = value - (first.next[at] ?? 0) - one;
      r += one * one;
      v += two * two;
      change = Math.max(change, Math.abs(value - (first.next[at] ?? 0)));
      return two;
    });
    converged = change < tolerance;
    if (converged || v === 0) {
      point = second.next;
      converged ||= v === 0;
      continue;
    }
    const length = Math.max(1, Math.sqrt(r / v));
    const leap = point.map((value, at) => {
      const one = (first.next[at] ?? 0) - value;
      return value + 2 * length * one + length * length * (far[at] ?? 0);
    });
    for (let at = width; at <= 2 * width; at += 1) leap[at] = Math.max(data.floor, leap[at] ?? 0);
    const landed = step(data, leap);
    iterations += 1;
    point = landed.logLikelihood >= second.logLikelihood ? landed.next : second.next;
  }
  return {
    intensity: point.slice(0, width),
    residual: point.slice(width, 2 * width),
    variance: point[2 * width] ?? 0,
    logLikelihood: step(data, point).logLikelihood,
    converged,
    iterations,
  };
}

/** β, ψ and σ² in one row: means and variances of the items, half of the variance as that of the speed. */
function startOf({ width, logs, counts, floor }: LogTimes): Float64Array {
  const point = new Float64Array(2 * width + 1);
  const square = new Float64Array(width);
  logs.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const item = at % width;
    point[item] = (point[item] ?? 0) + value / (counts[item] ?? 1);
  });
  logs.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const item = at % width;
    square[item] = (square[item] ?? 0) + (value - (point[item] ?? 0)) ** 2 / (counts[item] ?? 1);
  });
  let mean = 0;
  square.forEach((value, item) => {
    point[width + item] = Math.max(floor, 0.7 * value);
    mean += value / width;
  });
  point[2 * width] = Math.max(floor, 0.3 * mean);
  return point;
}

/** One step of EM from a point, and the log-likelihood at that point. */
function step(data: LogTimes, point: Float64Array): { readonly next: Float64Array; readonly logLikelihood: number } {
  const { count, width, logs, counts, timed, floor } = data;
  const prior = point[2 * width] ?? 1;
  const next = new Float64Array(2 * width + 1);
  const speeds = new Float64Array(count);
  const spreads = new Float64Array(count);
  let logLikelihood = 0;
  let speedSquares = 0;
  for (let person = 0; person < count; person += 1) {
    let precision = 0;
    let weighted = 0;
    let squares = 0;
    let logs2 = 0;
    let answered = 0;
    for (let item = 0; item < width; item += 1) {
      const value = logs[person * width + item] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const psi = point[width + item] ?? 1;
      const distance = (point[item] ?? 0) - value;
      precision += 1 / psi;
      weighted += distance / psi;
      squares += (distance * distance) / psi;
      logs2 += Math.log(psi);
      answered += 1;
    }
    const spread = 1 / (precision + 1 / prior);
    const speed = spread * weighted;
    speeds[person] = speed;
    spreads[person] = spread;
    if (answered === 0) continue;
    speedSquares += speed * speed + spread;
    // Log density of a normal vector with covariance diag(ψ) + σ² 11ᵀ, by the Woodbury identity.
    logLikelihood -=
      0.5 * (answered * Math.log(2 * Math.PI) + logs2 + Math.log(prior / spread) + squares - weighted * speed);
  }
  for (let item = 0; item < width; item += 1) {
    let sum = 0;
    for (let person = 0; person < count; person += 1) {
      const value = logs[person * width + item] ?? Number.NaN;
      if (!Number.isNaN(value)) sum += value + (speeds[person] ?? 0);
    }
    const mean = sum / (counts[item] ?? 1);
    let squares = 0;
    for (let person = 0; person < count; person += 1) {
      const value = logs[person * width + item] ?? Number.NaN;
      if (!Number.isNaN(value)) squares += (value - mean + (speeds[person] ?? 0)) ** 2 + (spreads[person] ?? 0);
    }
    next[item] = mean;
    next[width + item] = Math.max(floor, squares / (counts[item] ?? 1));
  }
  next[2 * width] = Math.max(floor, speedSquares / Math.max(1, timed));
  return { next, logLikelihood };
}
