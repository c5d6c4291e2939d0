import { checkExpression } from '../../evaluate/check-expression.ts';
import type { ResponseDeclaration } from '../../model/declarations.ts';
import type { Expression } from '../../model/expression.ts';
import type { ValueType } from '../../model/value.ts';
import { type Variables, variablesByName } from '../variables.ts';
import type { RuleScope } from './check-rules.ts';

type TypeOf = (identifier: string) => ValueType | null | undefined;

/**
 * Checks expressions over the variables.
 *
 * @param others the types of variables beside them: null when unknown, undefined when not declared.
 */
export function expressionScope(variables: Variables, others: TypeOf = () => undefined): RuleScope['check'] {
  const known = variablesByName(variables);
  const responses = new Map(variables.responses.map((response) => [response.identifier, response]));
  const typeOf: TypeOf = (identifier) => known.get(identifier) ?? others(identifier);
  return (expression) => {
    const { type, problems } = checkExpression(expression, { typeOf });
    return { type, problems: [...new Set([...problems, ...missingTables(expression, responses, typeOf)])] };
  };
}

/** Responses are mapped by a table of their own, which a response variable need not have. */
function missingTables(
  expression: Expression,
  responses: ReadonlyMap<string, ResponseDeclaration>,
  typeOf: TypeOf,
): string[] {
  if ('of' in expression) return expression.of.flatMap((operand) => missingTables(operand, responses, typeOf));
  const { op } = expression;
  if (op !== 'map-response' && op !== 'map-response-point' && op !== 'correct') return [];
  const { identifier } = expression;
  const response = responses.get(identifier);
  // What is not declared at all is said already.
  if (response === undefined) return typeOf(identifier) ? [`<qti-${op}>: "${identifier}" is no response`] : [];
  if (op === 'map-response' && response.mapping === null) return [`<qti-${op}>: "${identifier}" has no <qti-mapping>`];
  const lacksAreas = op === 'map-response-point' && response.areaMapping === null;
  return lacksAreas ? [`<qti-${op}>: "${identifier}" has no <qti-area-mapping>`] : [];
}
