import type { CustomOperators } from '../evaluate/environment.ts';
import type { Expression } from '../model/expression.ts';
import type { AssessmentItem } from '../model/item.ts';
import { expressionsOf } from '../model/rule-expressions.ts';

/**
 * The first custom operator that the processing of the item uses and the caller does not have (QTI 3.0 ASI information
 * model, class CustomOperator); undefined when all are there. Without it the operator is NULL, and a score made with it
 * would be no judgment of the answer.
 */
export function missingOperator(item: AssessmentItem, custom: CustomOperators): string | undefined {
  return operatorsOf(item).find((name) => !Object.hasOwn(custom, name));
}

/** What a custom operator goes by: its class, else its definition. */
export function operatorName(operator: Extract<Expression, { op: 'custom-operator' }>): string {
  return operator.class ?? operator.definition ?? '';
}

const operators = new WeakMap<AssessmentItem, readonly string[]>();

/** Looked for once in each item: scoring asks for every response. */
function operatorsOf(item: AssessmentItem): readonly string[] {
  const known = operators.get(item);
  if (known !== undefined) return known;
  const rules = item.processing.type === 'rules' ? item.processing.rules : [];
  const found = expressionsOf([...item.templateProcessing, ...rules]).flatMap(namesIn);
  operators.set(item, found);
  return found;
}

function namesIn(expression: Expression): string[] {
  const inner = 'of' in expression ? expression.of.flatMap(namesIn) : [];
  return expression.op === 'custom-operator' ? [operatorName(expression), ...inner] : inner;
}
