import { binomialTerm } from './saddle-point.ts';

const TINY = 1e-300;

/** The fraction takes some √max(a, b) steps: enough for parameters to 1e9. */
const MAX_STEPS = 1_000_000;

/** I_x(a, b) by the continued fraction, for x below (a + 1) / (a + b + 2); y = 1 − x. */
function fraction(x: number, y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let value = d;
  for (let m = 1; m < MAX_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  // x^a y^b / (a B(a, b)), written with the mass of a binomial distribution, which does not cancel.
  return ((b * binomialTerm(a, b, x, y)) / (a + b)) * value;
}

function requireDomain(x: number, a: number, b: number): void {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0 && a <= 1e9 && b <= 1e9)) {
    throw new RangeError(
      `the incomplete beta function wants 0 ≤ x ≤ 1 and a, b above 0, to 1e9, not x ${x}, a ${a}, b ${b}`,
    );
  }
}

/**
 * I_x(a, b) or its complement, with x and y = 1 − x given apart: of the two the smaller is known without rounding.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number, upper: boolean): number {
  if (x === 0 || y === 0) return (x === 0) === upper ? 1 : 0;
  const low = x <= (a + 1) / (a + b + 2);
  const computed = low ? fraction(x, y, a, b) : fraction(y, x, b, a);
  return low === upper ? Math.max(0, 1 - computed) : Math.min(1, computed);
}

/**
 * The regularized incomplete beta function I_x(a, b).
 *
 * @param x in [0, 1].
 * @param a above 0.
 * @param b above 0.
 * @returns in [0, 1]; to a relative 1e-13 in the lower tail down to 1e-300 ({@link betaIUpper} for the upper);
 *   with parameters above 10,000 the rounding of 1 − x shows, 1e-16 times the parameter.
 * @throws {RangeError} outside the domain.
 * @see DLMF 8.17.22 (continued fraction), Loader (2000) for its factor.
 */
export function betaI(x: number, a: number, b: number): number {
  requireDomain(x, a, b);
  return incompleteBeta(x, 1 - x, a, b, false);
}

/** 1 − I_x(a, b), computed as such where it is small: to a relative 1e-13. */
export function betaIUpper(x: number, a: number, b: number): number {
  requireDomain(x, a, b);
  return incompleteBeta(x, 1 - x, a, b, true);
}
