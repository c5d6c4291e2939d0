import type { Decimal } from 'decimal.js';

/** A number of the calculator. */
export type Quantity = Decimal;

const quarter = 90;

/** Sines of the first quarter that are exact, which no count of digits of π would give. */
const sineOf = (angle: Quantity, pi: Quantity, Digits: typeof Decimal): Quantity => {
  if (angle.isZero()) return new Digits(0);
  if (angle.equals(30)) return new Digits('0.5');
  if (angle.equals(quarter)) return new Digits(1);
  return Digits.sin(angle.times(pi).div(180));
};

/** The sine of an angle in degrees; the angle is brought into the first quarter, where it is exact. */
const sine = (of: Quantity, pi: Quantity, Digits: typeof Decimal): Quantity => {
  const turned = of.mod(360);
  const positive = turned.isNegative() ? turned.plus(360) : turned;
  const below = positive.greaterThan(180);
  const half = below ? positive.minus(180) : positive;
  const first = half.greaterThan(quarter) ? new Digits(180).minus(half) : half;
  const value = sineOf(first, pi, Digits);
  return below ? value.negated() : value;
};

/** Sine, cosine or tangent of an angle in degrees; undefined for the tangent of 90° and its like. */
export const degrees = (
  name: 'sin' | 'cos' | 'tan',
  of: Quantity,
  pi: Quantity,
  Digits: typeof Decimal,
): Quantity | undefined => {
  const beside = of.mod(360).plus(quarter);
  if (name === 'sin') return sine(of, pi, Digits);
  if (name === 'cos') return sine(beside, pi, Digits);
  const cosine = sine(beside, pi, Digits);
  if (cosine.isZero()) return undefined;
  const fourth = of.mod(180).abs();
  if (fourth.equals(45)) return new Digits(of.mod(180).isNegative() ? -1 : 1);
  if (fourth.equals(135)) return new Digits(of.mod(180).isNegative() ? 1 : -1);
  return sine(of, pi, Digits).div(cosine);
};
