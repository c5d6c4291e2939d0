import type { MathFunction } from '../model/expression.ts';
import type { Value } from '../model/value.ts';
import { A_FLOAT, AN_INTEGER, float, integer, numberIn } from './results.ts';
import { NUMBER, operator, type Rules } from './rule.ts';

type Compute = (x: number, y: number) => number;

/** NaN stands for a number outside the function's domain. */
const FUNCTIONS: Readonly<Record<MathFunction, Compute>> = {
  abs: Math.abs,
  acos: Math.acos,
  acot: (x) => (x === 0 ? Math.PI / 2 : Math.atan(1 / x)),
  acsc: (x) => Math.asin(1 / x),
  asec: (x) => Math.acos(1 / x),
  asin: Math.asin,
  atan: Math.atan,
  atan2: (y, x) => Math.atan2(y, x),
  ceil: Math.ceil,
  cos: Math.cos,
  cosh: Math.cosh,
  cot: (x) => reciprocal(Math.tan(x)),
  coth: (x) => reciprocal(Math.tanh(x)),
  csc: (x) => reciprocal(Math.sin(x)),
  csch: (x) => reciprocal(Math.sinh(x)),
  exp: Math.exp,
  floor: Math.floor,
  ln: (x) => (x > 0 ? Math.log(x) : Number.NaN),
  log: (x) => (x > 0 ? Math.log10(x) : Number.NaN),
  sec: (x) => reciprocal(Math.cos(x)),
  sech: (x) => reciprocal(Math.cosh(x)),
  signum: Math.sign,
  sin: Math.sin,
  sinh: Math.sinh,
  tan: Math.tan,
  tanh: Math.tanh,
  toDegrees: (x) => (x * 180) / Math.PI,
  toRadians: (x) => (x * Math.PI) / 180,
};

/** Functions whose result is an integer. */
const WHOLE: ReadonlySet<MathFunction> = new Set(['ceil', 'floor', 'signum']);

/** The functions of QTI 3.0 ASI information model, class MathOperator: angles in radians, `log` to the base 10. */
export const MATH_FUNCTION_RULES: Rules<'math-operator' | 'math-constant'> = {
  'math-operator': operator({
    operands: ({ name }) => (name === 'atan2' ? [2, 2] : [1, 1]),
    needs: NUMBER,
    gives: (_, { name }) => (WHOLE.has(name) ? AN_INTEGER : A_FLOAT),
    evaluate: ([x, y], { name }, context): Value => {
      const result = FUNCTIONS[name](numberIn(x), numberIn(y));
      if (Number.isNaN(result)) context.note(`${numberIn(x)} is outside the domain of ${name}; NULL`);
      return WHOLE.has(name) ? integer(result, context) : float(result);
    },
  }),
  'math-constant': {
    ...operator({ operands: [0, 0], needs: NUMBER, gives: A_FLOAT, evaluate: () => null }),
    evaluate: (_, { name }) => float(name === 'pi' ? Math.PI : Math.E),
  },
};

/** Of 0 there is none. */
function reciprocal(value: number): number {
  return value === 0 ? Number.NaN : 1 / value;
}
