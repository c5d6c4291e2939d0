import type { Expression, Operator } from '../model/expression.ts';
import { ARITHMETIC } from './arithmetic.ts';
import { CHANCE } from './chance.ts';
import { COMPARISON } from './comparison.ts';
import { CONTAINER_RULES } from './containers.ts';
import { LEAVES } from './leaves.ts';
import { LOGIC } from './logic.ts';
import { MAPPING } from './mapping.ts';
import { MATH_FUNCTION_RULES } from './math-functions.ts';
import type { Rule, Rules } from './rule.ts';
import { STATISTICS_RULES } from './statistics.ts';
import { TEST_EXPRESSIONS } from './test-expressions.ts';
import { TEXT } from './text.ts';

/** Every operator of QTI 3, with all about it. */
const RULES: Rules = {
  ...LEAVES,
  ...LOGIC,
  ...COMPARISON,
  ...ARITHMETIC,
  ...MATH_FUNCTION_RULES,
  ...STATISTICS_RULES,
  ...CONTAINER_RULES,
  ...TEXT,
  ...MAPPING,
  ...CHANCE,
  ...TEST_EXPRESSIONS,
};

/** The names of all operators: those of the elements without `qti-`. */
export const OPERATORS: readonly string[] = Object.keys(RULES);

export function ruleOf(op: Operator): Rule<Expression> {
  return RULES[op];
}
