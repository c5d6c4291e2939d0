import type { Scalar } from '../../model/value.ts';
import { isInteger, parseLiteral } from '../../value/literal.ts';

/**
 * The number that a candidate typed (QTI 3.0 ASI information model, class StringInteraction, attribute base).
 *
 * @param base of integers, 2 to 36.
 * @returns undefined when the text is no number of that kind.
 */
export function readNumber(text: string, baseType: 'integer' | 'float', base: number): number | undefined {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  if (baseType === 'integer' && base !== 10) {
    const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
    const bare = trimmed.replace(/^[+-]/, '').toLowerCase();
    if (bare === '' || [...bare].some((digit) => !digits.includes(digit))) return undefined;
    const value = Number.parseInt(trimmed, base) + 0;
    return isInteger(value) ? value : undefined;
  }
  // Who types 3.0 for a whole number means 3.
  const plain = baseType === 'integer' ? trimmed.replace(/\.0*$/, '') : trimmed;
  const value = parseLiteral(plain, baseType);
  return typeof value === 'number' ? value : undefined;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * The record that a typed text becomes when the response variable is one (class StringInteraction): the text, and of a
 * number its value, digits left and right of the point, decimal places, significant figures and exponent.
 */
export function recordOfText(text: string): Readonly<Record<string, Scalar | null>> {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  const parts = NUMBER.exec(trimmed);
  const value = readNumber(trimmed, 'float', 10);
  if (parts === null || value === undefined) return { stringValue: text };
  const [, , left = '', right = '', exponent] = parts;
  const power = exponent === undefined ? null : Number(exponent);
  const whole = trimmed.includes('.') || power !== null ? undefined : readNumber(trimmed, 'integer', 10);
  return {
    stringValue: text,
    floatValue: value,
    integerValue: whole ?? null,
    leftDigits: left.length,
    rightDigits: right.length,
    ndp: Math.max(0, right.length - (power ?? 0)),
    nsf: significantFigures(left, right, parts[3] !== undefined || power !== null),
    exponent: power,
  };
}

/**
 * Leading zeros never count. Zeros at the end of a whole number only say how large it is; after a point, or before an
 * exponent, they were written to be counted.
 */
function significantFigures(left: string, right: string, exact: boolean): number {
  const digits = `${left}${right}`.replace(/^0+/, '');
  return (exact ? digits : digits.replace(/0+$/, '')).length || 1;
}
