import type { Expression } from './expression.ts';
import type { OutcomeRule, ResponseRule, TemplateRule } from './processing.ts';

/** The expressions that stand in the rules themselves, conditions among them, in document order; not their operands. */
export function expressionsOf(rules: readonly (ResponseRule | OutcomeRule | TemplateRule)[]): Expression[] {
  return rules.flatMap((rule): Expression[] => {
    switch (rule.rule) {
      case 'exit':
        return [];
      case 'fragment':
        return expressionsOf(rule.rules);
      case 'constraint':
        return [rule.condition];
      case 'condition': {
        const branches = rule.branches.flatMap(({ condition, rules: inner }) => [condition, ...expressionsOf(inner)]);
        return [...branches, ...expressionsOf(rule.otherwise)];
      }
      default:
        return [rule.value];
    }
  });
}
