import { evaluate } from '../evaluate/evaluate.ts';
import { OutOfWork } from '../evaluate/work.ts';
import type { Expression } from '../model/expression.ts';
import type { BranchRule } from '../model/test.ts';
import type { PlainValues, Value } from '../model/value.ts';
import { toPlain, toValue } from '../value/plain.ts';
import { testEnvironment } from './environment.ts';
import type { PlannedItem } from './plan-test.ts';
import type { TestContent, TestSession } from './session.ts';

/** The value of an expression of the test as the session stands; NULL where it takes too long. */
function evaluated(content: TestContent, session: TestSession, expression: Expression): Value {
  const outcomes = new Map(
    content.test.outcomes.map((declared) => {
      const { identifier } = declared;
      const plain = Object.hasOwn(session.outcomes, identifier) ? (session.outcomes[identifier] ?? null) : null;
      return [identifier, toValue(plain, declared)];
    }),
  );
  try {
    return evaluate(expression, testEnvironment(content, session, outcomes));
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    return null;
  }
}

/** Whether all are true (QTI 3.0 ASI information model, class PreCondition). */
export function allTrue(content: TestContent, session: TestSession, conditions: readonly Expression[]): boolean {
  return conditions.every((condition) => toPlain(evaluated(content, session, condition)) === true);
}

/** The target of the first branch rule whose condition is true (class BranchRule); undefined when none is. */
export function branchOf(
  content: TestContent,
  session: TestSession,
  { branchRules }: { readonly branchRules: readonly BranchRule[] },
): string | undefined {
  return branchRules.find(({ condition }) => allTrue(content, session, [condition]))?.target;
}

/** Values for template variables of an item in place of their own defaults (class TemplateDefault). */
export function templateDefaultsOf(content: TestContent, session: TestSession, { ref }: PlannedItem): PlainValues {
  return Object.fromEntries(
    ref.templateDefaults.map(({ identifier, value }) => [identifier, toPlain(evaluated(content, session, value))]),
  );
}
