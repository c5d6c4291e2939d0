import type { PlainOperator } from '../../model/expression.ts';

/** How many operands an operator takes; `Infinity` for any number. */
export type OperandCount = readonly [min: number, max: number];

const ONE: OperandCount = [1, 1];
const TWO: OperandCount = [2, 2];
const SOME: OperandCount = [1, Infinity];
const ANY: OperandCount = [0, Infinity];

/** The operators without attributes, with the number of their operands. */
export const PLAIN_OPERANDS: Readonly<Record<PlainOperator, OperandCount>> = {
  and: SOME,
  'container-size': ONE,
  contains: TWO,
  delete: TWO,
  divide: TWO,
  'duration-gte': TWO,
  'duration-lt': TWO,
  gcd: SOME,
  gt: TWO,
  gte: TWO,
  'integer-divide': TWO,
  'integer-modulus': TWO,
  'integer-to-float': ONE,
  'is-null': ONE,
  lcm: SOME,
  lt: TWO,
  lte: TWO,
  match: TWO,
  max: SOME,
  member: TWO,
  min: SOME,
  multiple: ANY,
  not: ONE,
  or: SOME,
  ordered: ANY,
  power: TWO,
  product: SOME,
  random: ONE,
  round: ONE,
  subtract: TWO,
  sum: SOME,
  truncate: ONE,
};

/** The operators with attributes. */
export const ATTRIBUTED_OPERANDS = {
  'any-n': SOME,
  'custom-operator': ANY,
  equal: TWO,
  'equal-rounded': TWO,
  'field-value': ONE,
  index: ONE,
  inside: ONE,
  'math-operator': SOME,
  'pattern-match': ONE,
  repeat: SOME,
  'round-to': ONE,
  'stats-operator': ONE,
  'string-match': TWO,
  substring: TWO,
} as const satisfies Readonly<Record<string, OperandCount>>;

/** "2 operands", "at least 1 operand". */
export function countInWords([min, max]: OperandCount): string {
  const noun = min === 1 ? 'operand' : 'operands';
  return max === Infinity ? `at least ${min} ${noun}` : `${min} ${noun}`;
}
