import { checkExpression } from '../../evaluate/check-expression.ts';
import type { Expression } from '../../model/expression.ts';
import type { ValueType } from '../../model/value.ts';
import { findVariable, type Variables } from '../variables.ts';
import type { RuleScope } from './check-rules.ts';

/** Checks expressions over the variables of an item. */
export function expressionScope(variables: Variables): RuleScope['check'] {
  return scopeOfTypes((identifier) => findVariable(variables, identifier), variables);
}

/** Checks expressions over variables whose types `typeOf` gives: null when unknown, undefined when not declared. */
export function scopeOfTypes(
  typeOf: (identifier: string) => ValueType | null | undefined,
  variables: Variables,
): RuleScope['check'] {
  return (expression) => {
    const { type, problems } = checkExpression(expression, { typeOf });
    return { type, problems: [...new Set([...problems, ...missingTables(expression, variables)])] };
  };
}

/** Responses are mapped by a table of their own, which a response variable need not have. */
function missingTables(expression: Expression, variables: Variables): string[] {
  if ('of' in expression) return expression.of.flatMap((operand) => missingTables(operand, variables));
  if (expression.op !== 'map-response' && expression.op !== 'map-response-point' && expression.op !== 'correct')
    return [];
  const { op, identifier } = expression;
  const response = variables.responses.find((declared) => declared.identifier === identifier);
  if (response === undefined) {
    return findVariable(variables, identifier) === undefined ? [] : [`<qti-${op}>: "${identifier}" is no response`];
  }
  if (op === 'map-response' && response.mapping === null) return [`<qti-${op}>: "${identifier}" has no <qti-mapping>`];
  const lacksAreas = op === 'map-response-point' && response.areaMapping === null;
  return lacksAreas ? [`<qti-${op}>: "${identifier}" has no <qti-area-mapping>`] : [];
}
