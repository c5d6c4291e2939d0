import type { Environment } from '../evaluate/environment.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Expression } from '../model/expression.ts';
import type { OutcomeRule, ResponseRule, TemplateRule } from '../model/processing.ts';
import type { TraceStep } from '../model/session.ts';
import type { Value } from '../model/value.ts';
import { toPlain } from '../value/plain.ts';

/**
 * Rules of responses, of templates and of a test's outcomes run alike; each family has its names for the same thing.
 */
export type Family = 'response' | 'template' | 'outcome';
type Rule = ResponseRule | OutcomeRule | TemplateRule;
type Setting = Extract<Rule, { identifier: string }>;

/** How the processing ended: at its end, by an exit, or at a constraint that does not hold. */
export type Ending = 'done' | 'exit' | 'constraint';

/** What rules work on. */
export interface Effects {
  readonly family: Family;
  readonly environment: Environment;
  /** Gives the variable the value. Says what it holds now, and why that is not what was meant. */
  readonly set: (rule: Setting, value: Value) => { readonly value: Value; readonly problem: string | null };
}

/**
 * Runs rules in order (QTI 3.0 ASI information model, classes ResponseRule, OutcomeRule and TemplateRule).
 *
 * @param depth how deep the rules stand in others, for the trace.
 */
export function runRules(rules: readonly Rule[], effects: Effects, depth = 0): Ending {
  for (const rule of rules) {
    effects.environment.work.spend(1);
    const ending = runRule(rule, effects, depth);
    if (ending !== 'done') return ending;
  }
  return 'done';
}

function runRule(rule: Rule, effects: Effects, depth: number): Ending {
  const { environment, family } = effects;
  switch (rule.rule) {
    case 'exit':
      trace(effects, depth, family === 'outcome' ? 'exit-test' : `exit-${family}`, '');
      return 'exit';
    case 'fragment':
      trace(effects, depth, `${family}-processing-fragment`, '');
      return runRules(rule.rules, effects, depth + 1);
    case 'constraint': {
      const { value, steps } = evaluateAt(rule.condition, environment, depth + 1);
      trace(effects, depth, 'template-constraint', isTrue(value) ? 'holds' : 'does not hold', isTrue(value));
      tell(environment, steps);
      return isTrue(value) ? 'done' : 'constraint';
    }
    case 'condition': {
      for (const [at, branch] of rule.branches.entries()) {
        const { value, steps } = evaluateAt(branch.condition, environment, depth + 1);
        const taken = isTrue(value);
        trace(effects, depth, at === 0 ? `${family}-if` : `${family}-else-if`, taken ? 'taken' : 'not taken', taken);
        tell(environment, steps);
        if (taken) return runRules(branch.rules, effects, depth + 1);
      }
      if (rule.otherwise.length > 0) trace(effects, depth, `${family}-else`, 'taken', true);
      return runRules(rule.otherwise, effects, depth + 1);
    }
    default: {
      const given = evaluateAt(rule.value, environment, depth + 1);
      const { value, problem } = effects.set(rule, given.value);
      if (environment.trace !== null) {
        const result = toPlain(value);
        environment.trace({ depth, kind: 'rule', what: rule.rule, detail: rule.identifier, result });
        if (problem !== null) environment.trace({ depth, kind: 'note', what: rule.rule, detail: problem });
        tell(environment, given.steps);
      }
      return 'done';
    }
  }
}

function trace({ environment }: Effects, depth: number, what: string, detail: string, result?: boolean): void {
  if (environment.trace === null) return;
  environment.trace({ depth, kind: 'rule', what, detail, ...(result === undefined ? {} : { result }) });
}

function tell({ trace: emit }: Environment, steps: readonly TraceStep[]): void {
  for (const step of steps) emit?.(step);
}

const NO_STEPS: readonly TraceStep[] = [];

/** The value, and the steps to it: they are told after the rule, as inner ones come after outer ones. */
function evaluateAt(
  expression: Expression,
  environment: Environment,
  depth: number,
): { readonly value: Value; readonly steps: readonly TraceStep[] } {
  if (environment.trace === null) return { value: evaluate(expression, environment), steps: NO_STEPS };
  const steps: TraceStep[] = [];
  const value = evaluate(expression, { ...environment, depth, trace: (step) => steps.push(step) });
  return { value, steps };
}

/** Conditions hold when they are true; NULL and false are both not. */
function isTrue(value: Value): boolean {
  return value !== null && value.cardinality === 'single' && value.value === true;
}
