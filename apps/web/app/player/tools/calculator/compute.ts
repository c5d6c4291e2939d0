import { Decimal } from 'decimal.js';
import { degrees, type Quantity } from './angles.ts';
import { type Formula, formulaOf } from './parse.ts';
import type { CalculatorFault, Fault, FunctionName } from './tokens.ts';

export type AngleUnit = 'degrees' | 'radians';

/** Digits that are kept; some more are computed, so that the last one kept is right. */
const KEPT = 28;
const GUARD = 12;
const Digits: typeof Decimal = Decimal.clone({ precision: KEPT + GUARD, maxE: 9999, minE: -9999, toExpPos: 9999 });

export type Computed = { readonly ok: true; readonly value: string } | CalculatorFault;

class Undefined extends Error {
  readonly fault: Fault;
  readonly value: string;
  constructor(fault: Fault, value = '') {
    super(fault);
    this.fault = fault;
    this.value = value;
  }
}

interface Setting {
  readonly angle: AngleUnit;
  readonly ans: Quantity;
}

const pi = (): Quantity => Digits.acos(-1);

/** 3249! has more digits than there are places. */
const HIGHEST_FACTORIAL = 3248;

const factorial = (of: Quantity): Quantity => {
  if (!of.isInteger() || of.isNegative()) throw new Undefined('factorial');
  if (of.greaterThan(HIGHEST_FACTORIAL)) throw new Undefined('tooLarge');
  let product = new Digits(1);
  for (let factor = 2; factor <= of.toNumber(); factor += 1) product = product.times(factor);
  return product;
};

const power = (base: Quantity, exponent: Quantity): Quantity => {
  if (base.isZero() && exponent.isNegative()) throw new Undefined('divideByZero');
  const result = base.pow(exponent);
  if (result.isNaN()) throw new Undefined('power');
  return result;
};

const root = (degree: Quantity, of: Quantity): Quantity => {
  if (degree.isZero()) throw new Undefined('zerothRoot');
  const isOdd = degree.isInteger() && !degree.mod(2).isZero();
  if (of.isNegative() && !isOdd) throw new Undefined('negativeRoot');
  const positive = power(of.abs(), new Digits(1).div(degree));
  // 27 has an exact third root, which one third, cut off after some digits, misses by a hair.
  const whole = positive.round();
  const exact = whole.pow(degree).equals(of.abs()) ? whole : positive;
  return of.isNegative() ? exact.negated() : exact;
};

const LARGEST_ANGLE = '1e20';

const trigonometry = (name: 'sin' | 'cos' | 'tan', of: Quantity, angle: AngleUnit): Quantity => {
  // Beyond, the digits that are kept do not say where on the circle the angle lies.
  if (of.abs().greaterThan(LARGEST_ANGLE)) throw new Undefined('angle');
  if (angle === 'radians') return Digits[name](of);
  const result = degrees(name, of, pi(), Digits);
  if (result === undefined) throw new Undefined('tangent');
  return result;
};

const inverse = (name: 'asin' | 'acos' | 'atan', of: Quantity, angle: AngleUnit): Quantity => {
  if (name !== 'atan' && of.abs().greaterThan(1)) throw new Undefined('inverseDomain');
  const radians = Digits[name](of);
  return angle === 'radians' ? radians : radians.times(180).div(pi());
};

const apply = (name: FunctionName, of: Quantity, { angle }: Setting): Quantity => {
  switch (name) {
    case 'sin':
    case 'cos':
    case 'tan':
      return trigonometry(name, of, angle);
    case 'asin':
    case 'acos':
    case 'atan':
      return inverse(name, of, angle);
    case 'ln':
    case 'log':
      if (of.lessThanOrEqualTo(0)) throw new Undefined('logDomain');
      return name === 'ln' ? of.ln() : of.log(10);
    case 'exp':
      return of.exp();
    case 'sqrt':
      if (of.isNegative() && !of.isZero()) throw new Undefined('negativeRoot');
      return of.sqrt();
    case 'cbrt':
      return of.cbrt();
  }
};

const binary = (formula: Extract<Formula, { is: 'binary' }>, setting: Setting): Quantity => {
  const left = worth(formula.left, setting);
  const { operator } = formula;
  const isShare = formula.right.is === 'postfix' && formula.right.operator === '%';
  // 200 + 10 % is 220: a share that is added or taken off is one of what stands before it.
  const right =
    isShare && (operator === '+' || operator === '-')
      ? left.times(worth(formula.right, setting))
      : worth(formula.right, setting);
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      if (right.isZero()) throw new Undefined('divideByZero');
      return left.div(right);
    case '^':
      return power(left, right);
    case 'root':
      return root(left, right);
  }
};

const postfix = (formula: Extract<Formula, { is: 'postfix' }>, setting: Setting): Quantity => {
  const of = worth(formula.of, setting);
  if (formula.operator === '!') return factorial(of);
  if (formula.operator === '%') return of.div(100);
  return of.pow(formula.operator === '²' ? 2 : 3);
};

const checked = (value: Quantity): Quantity => {
  if (!value.isFinite()) throw new Undefined('tooLarge');
  return value;
};

const worth = (formula: Formula, setting: Setting): Quantity => {
  switch (formula.is) {
    case 'number':
      return checked(new Digits(formula.text));
    case 'constant':
      if (formula.name === 'ans') return setting.ans;
      return formula.name === 'pi' ? pi() : new Digits(1).exp();
    case 'negative':
      return worth(formula.of, setting).negated();
    case 'function':
      return checked(apply(formula.name, worth(formula.of, setting), setting));
    case 'postfix':
      return checked(postfix(formula, setting));
    case 'binary':
      return checked(binary(formula, setting));
  }
};

/** The value of an entry with 28 digits, or why it has none. `ans` is the last result, as it was given here. */
export const compute = (entry: string, { angle, ans }: { angle: AngleUnit; ans: string }): Computed => {
  const read = formulaOf(entry);
  if (!read.ok) return read;
  try {
    const value = worth(read.formula, { angle, ans: new Digits(ans) }).toSignificantDigits(KEPT);
    return { ok: true, value: value.isZero() ? '0' : value.toString() };
  } catch (error) {
    if (error instanceof Undefined) return { ok: false, fault: error.fault, value: error.value };
    throw error;
  }
};
