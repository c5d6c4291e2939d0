import type { Value, ValueType } from '../model/value.ts';

import { ANY, type Context, leaf, operator, type Rules, type StaticContext } from './rule.ts';

/**
 * What an item's expressions begin with (QTI 3.0 ASI information model, classes BaseValue, Null, Variable, Correct, Default),
 * and operators of vendors (class CustomOperator).
 */
export const LEAVES: Rules<'base-value' | 'null' | 'variable' | 'correct' | 'default' | 'custom-operator'> = {
  'base-value': leaf(
    (_, { baseType }) => ({ cardinality: 'single', baseType }),
    ({ baseType, value }) => (value === '' ? null : { cardinality: 'single', baseType, value }),
  ),
  null: leaf(
    () => null,
    () => null,
  ),
  variable: leaf(
    (context, { identifier, weightIdentifier }) => {
      const type = declaredType(identifier, context);
      const weighted = weightIdentifier !== null && type !== null && isNumber(type);
      return weighted ? { ...type, baseType: 'float' } : type;
    },
    ({ identifier, weightIdentifier }, context) =>
      known(context.environment.variable(identifier, weightIdentifier), identifier, context),
  ),
  correct: leaf(
    (context, { identifier }) => declaredType(identifier, context),
    ({ identifier }, context) => known(context.environment.correctOf(identifier), identifier, context),
  ),
  default: leaf(
    (context, { identifier }) => declaredType(identifier, context),
    ({ identifier }, context) => known(context.environment.defaultOf(identifier), identifier, context),
  ),
  'custom-operator': operator({
    operands: [0, Infinity],
    needs: ANY,
    nullSpreads: false,
    gives: () => null,
    evaluate: (values, { class: name, definition, attributes }, context) => {
      const { custom } = context.environment;
      // Some vendors name their operators by the definition alone.
      const key = name ?? definition;
      const run = key !== null && Object.hasOwn(custom, key) ? custom[key] : undefined;
      if (run !== undefined) return run(values, { class: name, definition, attributes });
      context.note(`the custom operator ${key ?? 'without a class'} is not known here; NULL`);
      return null;
    },
  }),
};

function isNumber({ baseType }: ValueType): boolean {
  return baseType === 'integer' || baseType === 'float';
}

function declaredType(identifier: string, context: StaticContext): ValueType | null {
  const type = context.typeOf(identifier);
  if (type === undefined) context.problem(`${identifier} is not declared`);
  return type ?? null;
}

function known(value: Value | undefined, identifier: string, context: Context): Value {
  if (value === undefined) context.note(`${identifier} is not declared; NULL`);
  return value ?? null;
}
