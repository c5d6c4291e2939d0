import type { Value } from '../model/value.ts';
import { checkNumberAttribute, integerOf } from './attribute.ts';
import { A_BOOLEAN, boolean } from './results.ts';
import { ANY, BOOLEAN, operator, type Rules } from './rule.ts';

/** Logic with three values: true, false and NULL, which is unknown (QTI 3.0 ASI information model, classes And, Or, Not, AnyN, IsNull). */
export const LOGIC: Rules<'and' | 'or' | 'not' | 'any-n' | 'is-null'> = {
  and: operator({
    operands: [1, Infinity],
    needs: BOOLEAN,
    nullSpreads: false,
    gives: A_BOOLEAN,
    evaluate: (values) => decide(values, false),
  }),
  or: operator({
    operands: [1, Infinity],
    needs: BOOLEAN,
    nullSpreads: false,
    gives: A_BOOLEAN,
    evaluate: (values) => decide(values, true),
  }),
  not: operator({
    operands: [1, 1],
    needs: BOOLEAN,
    gives: A_BOOLEAN,
    evaluate: ([value]) => boolean(!isTrue(value)),
  }),
  'any-n': operator({
    operands: [1, Infinity],
    needs: BOOLEAN,
    nullSpreads: false,
    gives: (context, { min, max }) => {
      checkNumberAttribute(min, 'min', context);
      checkNumberAttribute(max, 'max', context);
      return A_BOOLEAN;
    },
    evaluate: (values, expression, context) => {
      const min = integerOf(expression.min, 'min', -Infinity, context);
      const max = integerOf(expression.max, 'max', -Infinity, context);
      if (min === undefined || max === undefined) return null;
      const sure = values.filter(isTrue).length;
      const possible = sure + values.filter((value) => value === null).length;
      if (possible < min || sure > max) return boolean(false);
      return sure >= min && possible <= max ? boolean(true) : null;
    },
  }),
  'is-null': operator({
    operands: [1, 1],
    needs: ANY,
    nullSpreads: false,
    gives: A_BOOLEAN,
    evaluate: ([value]) => boolean(isNull(value)),
  }),
};

/** NULL, an empty container and an empty string are the same to QTI. */
export function isNull(value: Value | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (value.cardinality === 'record') return Object.keys(value.value).length === 0;
  return value.value === '' || (typeof value.value === 'object' && value.value.length === 0);
}

/** Whether the value is the single boolean true. */
export function isTrue(value: Value | undefined): boolean {
  return value?.cardinality === 'single' && value.value === true;
}

/** One operand that is `decisive` decides; else one that is NULL leaves it open. */
function decide(values: readonly Value[], decisive: boolean): Value {
  let open = false;
  for (const value of values) {
    if (value === null) open = true;
    else if (isTrue(value) === decisive) return boolean(decisive);
  }
  return open ? null : boolean(!decisive);
}
