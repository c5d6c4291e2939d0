import type { Value } from '../model/value.ts';
import { checkNumberAttribute, integerOf } from './attribute.ts';
import { roundDecimal } from './decimal.ts';
import { A_FLOAT, AN_INTEGER, finiteFloat, float, integer, numberIn, numberLike, numbersIn } from './results.ts';
import {
  type Context,
  type Demand,
  type ExpressionOf,
  INTEGER,
  INTEGERS_OR_LISTS,
  NUMBER,
  NUMBERS_OR_LISTS,
  operator,
  type Rule,
  type Rules,
  type StaticContext,
} from './rule.ts';

type PlainExpression = ExpressionOf<'sum'>;

/** An integer when all operands are integers; unknown when one is unknown. */
function integerOrFloat({ types }: StaticContext) {
  if (types.some((type) => type === null)) return types.some((type) => type?.baseType === 'float') ? A_FLOAT : null;
  return types.every((type) => type?.baseType === 'integer') ? AN_INTEGER : A_FLOAT;
}

/** Over all numbers, those in containers among them. */
function overAll(fold: (numbers: readonly number[]) => number): Rule<PlainExpression> {
  return operator({
    operands: [1, Infinity],
    needs: NUMBERS_OR_LISTS,
    gives: integerOrFloat,
    evaluate: (values, _, context) => {
      const numbers = numbersIn(values);
      return numbers.length === 0 ? null : numberLike(values, fold(numbers), context);
    },
  });
}

function overIntegers(fold: (a: number, b: number) => number): Rule<PlainExpression> {
  return operator({
    operands: [1, Infinity],
    needs: INTEGERS_OR_LISTS,
    gives: AN_INTEGER,
    evaluate: (values, _, context) => {
      const [first, ...rest] = numbersIn(values).map(Math.abs);
      return first === undefined ? null : integer(rest.reduce(fold, first), context);
    },
  });
}

function ofTwo(
  needs: Demand,
  gives: typeof A_FLOAT,
  compute: (a: number, b: number, context: Context) => Value,
): Rule<PlainExpression> {
  return operator({
    operands: [2, 2],
    needs,
    gives,
    evaluate: ([a, b], _, context) => compute(numberIn(a), numberIn(b), context),
  });
}

function rounded(round: (value: number) => number): Rule<PlainExpression> {
  return operator({
    operands: [1, 1],
    needs: NUMBER,
    gives: AN_INTEGER,
    evaluate: ([value], _, context) => integer(round(numberIn(value)), context),
  });
}

/**
 * Arithmetic (QTI 3.0 ASI information model, classes Sum, Product, Subtract, Divide, Power, IntegerDivide, IntegerModulus, Min,
 * Max, GCD, LCM, Round, RoundTo, Truncate, IntegerToFloat). What has no value, such as a division by 0, is NULL.
 */
export const ARITHMETIC: Rules<
  | 'sum'
  | 'product'
  | 'subtract'
  | 'divide'
  | 'power'
  | 'integer-divide'
  | 'integer-modulus'
  | 'min'
  | 'max'
  | 'gcd'
  | 'lcm'
  | 'round'
  | 'round-to'
  | 'truncate'
  | 'integer-to-float'
> = {
  sum: overAll((numbers) => numbers.reduce((total, number) => total + number, 0)),
  product: overAll((numbers) => numbers.reduce((total, number) => total * number, 1)),
  min: overAll((numbers) => numbers.reduce((least, number) => Math.min(least, number))),
  max: overAll((numbers) => numbers.reduce((most, number) => Math.max(most, number))),
  subtract: operator({
    operands: [2, 2],
    needs: NUMBER,
    gives: integerOrFloat,
    evaluate: ([a = null, b = null], _, context) => numberLike([a, b], numberIn(a) - numberIn(b), context),
  }),
  divide: ofTwo(NUMBER, A_FLOAT, (a, b) => (b === 0 ? null : finiteFloat(a / b))),
  power: ofTwo(NUMBER, A_FLOAT, (a, b) => finiteFloat(a ** b)),
  'integer-divide': ofTwo(INTEGER, AN_INTEGER, (a, b, context) =>
    b === 0 ? null : integer(Math.floor(a / b), context),
  ),
  'integer-modulus': ofTwo(INTEGER, AN_INTEGER, (a, b, context) =>
    b === 0 ? null : integer(a - b * Math.floor(a / b), context),
  ),
  gcd: overIntegers(gcd),
  lcm: overIntegers((a, b) => (a === 0 || b === 0 ? 0 : (a / gcd(a, b)) * b)),
  // Halves go up: 6.5 to 7, -6.5 to -6.
  round: rounded(Math.round),
  truncate: rounded(Math.trunc),
  'round-to': operator({
    operands: [1, 1],
    needs: NUMBER,
    gives: (context, { figures }) => {
      checkNumberAttribute(figures, 'figures', context);
      return A_FLOAT;
    },
    evaluate: ([value], { figures, roundingMode }, context) => {
      const places = integerOf(figures, 'figures', roundingMode === 'decimalPlaces' ? 0 : 1, context);
      return places === undefined ? null : float(roundDecimal(numberIn(value), roundingMode, places));
    },
  }),
  'integer-to-float': operator({
    operands: [1, 1],
    needs: INTEGER,
    gives: A_FLOAT,
    evaluate: ([value]) => float(numberIn(value)),
  }),
};

/** Of numbers from 0 up; of 0 and a number it is the number. */
function gcd(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
