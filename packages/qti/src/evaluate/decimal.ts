import { Decimal } from 'decimal.js';
import type { RoundingMode } from '../model/expression.ts';

/** Wide enough for the exact sum of any two doubles, so that what people see in decimals is what is compared. */
const Exact = Decimal.clone({ precision: 1000, rounding: Decimal.ROUND_HALF_UP });

/** Beyond this many figures, a double has nothing left to round. */
const MAX_FIGURES = 800;

/**
 * The number rounded in decimals, halves away from zero: 1.005 to two decimal places is 1.01. The infinite stays.
 *
 * @param figures whole; from 1 up of significant figures, from 0 up of decimal places.
 */
export function roundDecimal(value: number, mode: RoundingMode, figures: number): number {
  if (!Number.isFinite(value) || figures > MAX_FIGURES) return value;
  const exact = new Exact(value);
  const rounded = mode === 'decimalPlaces' ? exact.toDecimalPlaces(figures) : exact.toSignificantDigits(figures);
  return rounded.toNumber();
}

/** A range around a number: tolerances are distances, or percent of its size when `relative`. */
export interface Tolerance {
  readonly relative: boolean;
  readonly lower: number;
  readonly upper: number;
  readonly includeLower: boolean;
  readonly includeUpper: boolean;
}

/** Whether `value` lies in the range around `center`, in decimals: 0.8 is within 0.1 of 0.7. */
export function within(value: number, center: number, tolerance: Tolerance): boolean {
  const middle = new Exact(center);
  const distance = (size: number) => (tolerance.relative ? middle.abs().times(size).div(100) : new Exact(size));
  const low = middle.minus(distance(tolerance.lower)).comparedTo(value);
  const high = middle.plus(distance(tolerance.upper)).comparedTo(value);
  return (tolerance.includeLower ? low <= 0 : low < 0) && (tolerance.includeUpper ? high >= 0 : high > 0);
}
