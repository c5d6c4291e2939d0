import type { OutcomeDeclaration, VariableDeclaration } from '../../model/declarations.ts';
import type { Expression } from '../../model/expression.ts';
import type { OutcomeRule, ResponseRule, TemplateRule } from '../../model/processing.ts';
import type { ValueType } from '../../model/value.ts';
import { dividesByZero } from './division.ts';

export type AnyRule = ResponseRule | OutcomeRule | TemplateRule;
export type SettingRule = Extract<AnyRule, { identifier: string }>;

/** What rules are checked against. */
export interface RuleScope {
  /** The type of the value, null when it is not known, and what is wrong with the expression. */
  check(expression: Expression): { readonly type: ValueType | null; readonly problems: readonly string[] };
  /** The variable that the rule sets; undefined where there is none that it may set. */
  target(rule: SettingRule): VariableDeclaration | OutcomeDeclaration | undefined;
}

/** What is wrong at a rule or branch. A `mild` problem leaves the processing as it is meant. */
export interface RuleProblem {
  readonly at: object;
  readonly text: string;
  readonly mild: boolean;
}

/** Everything that is wrong with the rules, in document order. */
export function checkRules(rules: readonly AnyRule[], scope: RuleScope): RuleProblem[] {
  return rules.flatMap((rule) => checkRule(rule, scope));
}

function checkRule(rule: AnyRule, scope: RuleScope): RuleProblem[] {
  switch (rule.rule) {
    case 'exit':
      return [];
    case 'fragment':
      return checkRules(rule.rules, scope);
    case 'constraint':
      return checkCondition(rule, rule.condition, scope);
    case 'condition': {
      const branches = rule.branches.flatMap((branch) => [
        ...checkCondition(branch, branch.condition, scope),
        ...checkRules(branch.rules, scope),
      ]);
      return [...branches, ...checkRules(rule.otherwise, scope)];
    }
    default:
      return checkSetting(rule, scope);
  }
}

/** Checks an expression that must be boolean: a condition of processing, a pre-condition or a branch rule of a test. */
export function checkCondition(at: object, condition: Expression, scope: Pick<RuleScope, 'check'>): RuleProblem[] {
  const { type, problems } = checkValue(at, condition, scope);
  if (type === null || (type.cardinality === 'single' && type.baseType === 'boolean')) return problems;
  return [...problems, { at, text: `a condition must be boolean; this one is ${inWords(type)}`, mild: false }];
}

function checkSetting(rule: SettingRule, scope: RuleScope): RuleProblem[] {
  const { type, problems } = checkValue(rule, rule.value, scope);
  const target = scope.target(rule);
  const wrong = (text: string): RuleProblem[] => [...problems, { at: rule, text, mild: false }];
  if (target === undefined) return wrong(`<qti-${rule.rule}> cannot set "${rule.identifier}": ${KINDS[rule.rule]}`);
  if (rule.rule === 'lookup-outcome-value') {
    if (!('lookupTable' in target) || target.lookupTable === null) {
      return wrong(`"${rule.identifier}" has no <qti-match-table> or <qti-interpolation-table> to look values up in`);
    }
    const isNumber =
      type === null || (type.cardinality === 'single' && /^(integer|float|duration)$/.test(type.baseType ?? ''));
    return isNumber ? problems : wrong(`a value to look up must be a number; this one is ${inWords(type)}`);
  }
  if (type === null || fits(type, target)) return problems;
  return wrong(`"${rule.identifier}" is ${inWords(target)} and cannot be set to ${inWords(type)}`);
}

const KINDS = {
  'set-outcome-value': 'no outcome of this name is declared',
  'lookup-outcome-value': 'no outcome of this name is declared',
  'set-template-value': 'no template variable of this name is declared',
  'set-correct-response': 'no response of this name is declared',
  'set-default-value': 'no response or outcome of this name is declared',
} as const;

function checkValue(at: object, value: Expression, scope: Pick<RuleScope, 'check'>) {
  const { type, problems } = scope.check(value);
  const found: RuleProblem[] = problems.map((text) => ({ at, text, mild: false }));
  if (dividesByZero(value)) found.push({ at, text: 'this divides by zero, which gives NULL', mild: true });
  return { type, problems: found };
}

function fits(type: ValueType, target: ValueType): boolean {
  if (type.cardinality !== target.cardinality) return false;
  if (type.cardinality === 'record' || type.baseType === null || type.baseType === target.baseType) return true;
  return type.baseType === 'integer' && target.baseType === 'float';
}

/** "a single float", "a record". */
function inWords({ cardinality, baseType }: ValueType): string {
  if (cardinality === 'record') return 'a record';
  return `${cardinality === 'ordered' ? 'an' : 'a'} ${cardinality} ${baseType ?? 'value'}`;
}
