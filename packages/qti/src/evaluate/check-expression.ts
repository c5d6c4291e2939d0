import type { Expression } from '../model/expression.ts';
import type { ValueType } from '../model/value.ts';
import { comparable } from '../value/compare.ts';
import { describe, describeType } from './describe.ts';
import { fits, type Rule } from './rule.ts';
import { ruleOf } from './table.ts';

/** What is known of variables before anything runs. */
export interface ExpressionScope {
  /** The type of a variable; null when it is unknown; undefined when no such variable is declared. */
  typeOf(identifier: string): ValueType | null | undefined;
}

/** The type of the result, null when unknown, and what is wrong, in sentences. */
export interface ExpressionCheck {
  readonly type: ValueType | null;
  readonly problems: readonly string[];
}

/**
 * Checks an expression before it runs: the number and types of operands, the variables that it names, its attributes. A type
 * that cannot be known in advance is no problem; an integer is welcome wherever a float is.
 */
export function checkExpression(expression: Expression, scope: ExpressionScope): ExpressionCheck {
  const problems: string[] = [];
  const type = typeOf(expression, scope, problems);
  return { type, problems };
}

function typeOf(expression: Expression, scope: ExpressionScope, problems: string[]): ValueType | null {
  const rule = ruleOf(expression.op);
  const operands = 'of' in expression ? expression.of : [];
  const problem = (text: string) => problems.push(`<qti-${expression.op}>: ${text}`);
  const [min, max] = rule.operands(expression);
  if (operands.length < min || operands.length > max) {
    problem(`it has ${operands.length} operands; it takes ${countWords(min, max)}`);
  }
  const types = operands.map((operand) => typeOf(operand, scope, problems));
  for (const [at, type] of types.entries()) {
    const operand = operands[at];
    const demand = rule.demand(at, expression);
    if (type === null || operand === undefined || fits(type, demand)) continue;
    problems.push(`<qti-${expression.op}> needs ${demand.words}; ${nameOf(operand)} is ${describeType(type)}`);
  }
  const odd = firstUnlike(types, rule);
  if (odd !== undefined) problem(`its operands must be of one type; ${odd}`);
  return rule.type(expression, { types, typeOf: (identifier) => scope.typeOf(identifier), problem });
}

/** Two operands that must be alike and are not. */
function firstUnlike(types: readonly (ValueType | null)[], rule: Rule<Expression>): string | undefined {
  if (rule.alike === 'no') return undefined;
  const [first, ...rest] = types.filter((type) => type !== null);
  if (first === undefined) return undefined;
  const odd = rest.find((type) => {
    const sameBase = first.baseType === null || type.baseType === null || comparable(first.baseType, type.baseType);
    return !sameBase || (rule.alike === 'type' && first.cardinality !== type.cardinality);
  });
  return odd && `one is ${describeType(first)}, one is ${describeType(odd)}`;
}

function nameOf(expression: Expression): string {
  const about = describe(expression);
  if (expression.op === 'variable') return about;
  return about === '' ? `<qti-${expression.op}>` : `<qti-${expression.op}> ${about}`;
}

function countWords(min: number, max: number): string {
  if (min === max) return String(min);
  return max === Infinity ? `${min} or more` : `${min} to ${max}`;
}
