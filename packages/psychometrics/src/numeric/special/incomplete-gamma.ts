import { poissonTerm } from './saddle-point.ts';

const TINY = 1e-300;

/** Enough for shapes to 1e8 and more: both expansions take some √a steps where x is near a. */
const MAX_STEPS = 1_000_000;

function requireDomain(a: number, x: number): void {
  if (!(a > 0 && a <= 1e9) || !(x >= 0))
    throw new RangeError(`the incomplete gamma function wants 0 < a ≤ 1e9 and x ≥ 0, not ${a}, ${x}`);
}

/** P(a, x) by its series, all terms positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MAX_STEPS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return poissonTerm(a, x) * sum;
}

/** Q(a, x) by Legendre's continued fraction, evaluated by the modified method of Lentz. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / (Math.abs(b) < TINY ? TINY : b);
  let fraction = d;
  for (let n = 1; n < MAX_STEPS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return poissonTerm(a, x) * a * fraction;
}

/**
 * The regularized lower incomplete gamma function P(a, x) = γ(a, x) / Γ(a).
 *
 * @param a above 0; to 1e9.
 * @param x from 0.
 * @returns in [0, 1], to a relative 1e-13 where P ≤ 1/2 (see {@link gammaQ} for the other tail).
 * @throws {RangeError} outside the domain.
 * @see DLMF 8.7.1 (series), 8.9.2 (continued fraction).
 */
export function gammaP(a: number, x: number): number {
  requireDomain(a, x);
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? Math.min(1, lowerSeries(a, x)) : 1 - upperFraction(a, x);
}

/**
 * The regularized upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a) = 1 − P(a, x), computed as such where it is
 * small: it keeps a relative 1e-13 down to 1e-300 for a from 0.5 on (with smaller a and x below 1, an absolute 1e-16).
 *
 * @param a above 0; to 1e9.
 * @param x from 0.
 * @throws {RangeError} outside the domain.
 */
export function gammaQ(a: number, x: number): number {
  requireDomain(a, x);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? Math.max(0, 1 - lowerSeries(a, x)) : upperFraction(a, x);
}
