import type { BaseType, Scalar } from '../model/value.ts';
import { parseIsoDuration } from './duration.ts';
import { isLooseIdentifier } from './xml-name.ts';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPACE = /[ \t\r\n]+/;
const SPACES = ' \t\r\n';

/** Integers of QTI are those of 32 bits (QTI 3.0 ASI information model, base type integer). */
export const INTEGER_MIN = -2_147_483_648;
export const INTEGER_MAX = 2_147_483_647;

/** Whether the number is an integer of QTI: whole, and of 32 bits. */
export function isInteger(value: number): boolean {
  return Number.isInteger(value) && value >= INTEGER_MIN && value <= INTEGER_MAX;
}

/**
 * The value that a literal stands for (QTI 3.0 ASI information model, enumeration BaseType). Strings are kept as they are;
 * of all others, white space around them does not count. A float is finite; an integer is of 32 bits; a duration is a number
 * of seconds, or ISO 8601 such as PT1M30S. An identifier may begin with a digit, as exports of many tools do.
 *
 * @returns the value in the form of Scalar; undefined when the text is no literal of that base type.
 */
export function parseLiteral(text: string, baseType: BaseType): Scalar | undefined {
  if (baseType === 'string') return text;
  const trimmed = trimSpace(text);
  switch (baseType) {
    case 'boolean':
      if (trimmed === 'true' || trimmed === '1') return true;
      return trimmed === 'false' || trimmed === '0' ? false : undefined;
    case 'integer':
      return parseInteger(trimmed);
    case 'float':
      return parseFloatLiteral(trimmed);
    case 'duration': {
      const seconds = trimmed.startsWith('P') ? parseIsoDuration(trimmed) : parseFloatLiteral(trimmed);
      return seconds !== undefined && seconds >= 0 ? seconds : undefined;
    }
    case 'identifier':
      return isLooseIdentifier(trimmed) ? trimmed : undefined;
    case 'pair':
    case 'directedPair': {
      const [first = '', second = '', ...more] = trimmed.split(SPACE);
      return more.length === 0 && isLooseIdentifier(first) && isLooseIdentifier(second)
        ? `${first} ${second}`
        : undefined;
    }
    case 'point': {
      const [x, y, ...more] = trimmed.split(SPACE).map(parseInteger);
      return more.length === 0 && x !== undefined && y !== undefined ? `${x} ${y}` : undefined;
    }
    case 'uri':
    case 'file':
      return trimmed === '' ? undefined : trimmed;
  }
}

/**
 * The literal of a value, such as `parseLiteral` reads it; durations in seconds, as documents of QTI write them. Of floats
 * that are not finite it gives INF, -INF and NaN (xs:double).
 */
export function formatLiteral(value: Scalar, _baseType: BaseType): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'INF' : '-INF';
}

/** Without white space of XML around it; by hand, as an expression for it takes quadratic time on long runs of spaces. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.includes(text.charAt(start))) start += 1;
  while (end > start && SPACES.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function parseInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = Number(text);
  // The sum takes the sign off a zero.
  return isInteger(value) ? value + 0 : undefined;
}

function parseFloatLiteral(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : undefined;
}
