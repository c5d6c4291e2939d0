import type { CustomOperators } from '../evaluate/environment.ts';
import type { Expression } from '../model/expression.ts';
import type { AssessmentItem } from '../model/item.ts';
import type { ResponseRule, TemplateRule } from '../model/processing.ts';

/**
 * The first custom operator that the processing of the item uses and the caller does not have (QTI 3.0 ASI information
 * model, class CustomOperator); undefined when all are there. Without it the operator is NULL, and a score made with it
 * would be no judgment of the answer.
 */
export function missingOperator(item: AssessmentItem, custom: CustomOperators): string | undefined {
  const rules = item.processing.type === 'rules' ? item.processing.rules : [];
  return operatorsOf([...item.templateProcessing, ...rules]).find((name) => !Object.hasOwn(custom, name));
}

/** What a custom operator goes by: its class, else its definition. */
export function operatorName(operator: Extract<Expression, { op: 'custom-operator' }>): string {
  return operator.class ?? operator.definition ?? '';
}

function operatorsOf(rules: readonly (ResponseRule | TemplateRule)[]): string[] {
  return rules.flatMap((rule): string[] => {
    switch (rule.rule) {
      case 'exit':
        return [];
      case 'fragment':
        return operatorsOf(rule.rules);
      case 'constraint':
        return namesIn(rule.condition);
      case 'condition': {
        const branches = rule.branches.flatMap(({ condition, rules: inner }) => [
          ...namesIn(condition),
          ...operatorsOf(inner),
        ]);
        return [...branches, ...operatorsOf(rule.otherwise)];
      }
      default:
        return namesIn(rule.value);
    }
  });
}

function namesIn(expression: Expression): string[] {
  const inner = 'of' in expression ? expression.of.flatMap(namesIn) : [];
  return expression.op === 'custom-operator' ? [operatorName(expression), ...inner] : inner;
}
