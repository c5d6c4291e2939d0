/** A distribution on a line that is parametrized so that the whole line is used. */
export interface Invertible {
  /** P(X ≤ x(y)). */
  readonly cdf: (y: number) => number;
  /** P(X > x(y)). */
  readonly upper: (y: number) => number;
  /** The density with respect to y. */
  readonly density: (y: number) => number;
}

const MAX_STEPS = 300;

/**
 * The y at which cdf(y) = p: Newton on the logarithm of the smaller tail, kept inside a bracket by halving.
 *
 * @param p strictly between 0 and 1.
 * @param start where to look first.
 * @param width the first step to either side while the bracket is sought.
 */
export function invert({ cdf, upper, density }: Invertible, p: number, start: number, width: number): number {
  const lower = p <= 0.5;
  const target = Math.log(lower ? p : 1 - p);
  // Rising in y whichever tail is used; −∞ and ∞ where a tail has left the range of numbers.
  const excess = (y: number): number => (lower ? Math.log(cdf(y)) - target : target - Math.log(upper(y)));
  let low = start;
  let high = start;
  for (let step = width, n = 0; excess(low) > 0 && n < MAX_STEPS; step *= 2, n += 1) low -= step;
  for (let step = width, n = 0; excess(high) < 0 && n < MAX_STEPS; step *= 2, n += 1) high += step;
  let y = Math.min(Math.max(start, low), high);
  for (let n = 0; n < MAX_STEPS; n += 1) {
    const error = excess(y);
    if (error === 0) return y;
    if (error < 0) low = y;
    else high = y;
    const slope = density(y) / (lower ? cdf(y) : upper(y));
    let next = y - error / slope;
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    if (Math.abs(next - y) <= 2e-16 * Math.max(Math.abs(y), 1e-290) || next === low || next === high) return next;
    y = next;
  }
  return y;
}

/** @throws {RangeError} when p is no probability. */
export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability; give a number from 0 to 1`);
}
