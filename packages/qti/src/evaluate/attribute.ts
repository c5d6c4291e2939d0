import type { NumberOrVariable, StringOrVariable } from '../model/expression.ts';
import { isNumeric } from '../value/compare.ts';
import { baseTypeOf, numberIn, textIn } from './results.ts';
import type { Context, StaticContext } from './rule.ts';

/** The number that an attribute stands for; undefined (and a note) when its variable is NULL or holds no number. */
export function numberOf(attribute: NumberOrVariable, name: string, context: Context): number | undefined {
  if (typeof attribute === 'number') return attribute;
  const value = context.environment.variable(attribute.variable, null);
  const baseType = baseTypeOf(value);
  const number = baseType !== null && isNumeric(baseType) ? numberIn(value) : Number.NaN;
  if (!Number.isNaN(number)) return number;
  context.note(`${name} is the variable ${attribute.variable}, which holds no number; NULL`);
  return undefined;
}

/** As `numberOf`, of whole numbers from `least` up. */
export function integerOf(
  attribute: NumberOrVariable,
  name: string,
  least: number,
  context: Context,
): number | undefined {
  const number = numberOf(attribute, name, context);
  if (number === undefined || (Number.isInteger(number) && number >= least)) return number;
  context.note(`${name} must be a whole number${least > -Infinity ? ` from ${least} up` : ''}; it is ${number}; NULL`);
  return undefined;
}

/**
 * The string that an attribute stands for; undefined (and a note) when its variable is NULL or holds no string. A name that
 * is no variable's is itself the string.
 */
export function stringOf(attribute: StringOrVariable, name: string, context: Context): string | undefined {
  if (typeof attribute === 'string') return attribute;
  const value = context.environment.variable(attribute.variable, null);
  if (value === undefined) return attribute.variable;
  const text = textIn(value);
  if (text !== '') return text;
  context.note(`${name} is the variable ${attribute.variable}, which holds no string; NULL`);
  return undefined;
}

/** Says when the variable of an attribute is not declared or holds no number. */
export function checkNumberAttribute(attribute: NumberOrVariable, name: string, context: StaticContext): void {
  if (typeof attribute === 'number') return;
  const type = context.typeOf(attribute.variable);
  if (type === undefined) context.problem(`${name} names ${attribute.variable}, which is not declared`);
  else if (type !== null && (type.cardinality !== 'single' || type.baseType === null || !isNumeric(type.baseType))) {
    context.problem(`${name} names ${attribute.variable}, which is not a single number`);
  }
}
