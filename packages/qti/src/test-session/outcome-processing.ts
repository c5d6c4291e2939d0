import { OutOfWork } from '../evaluate/work.ts';
import type { OutcomeDeclaration } from '../model/declarations.ts';
import type { PlainValues, Value } from '../model/value.ts';
import { type Assignment, assign } from '../process/assign.ts';
import { initialOutcome } from '../process/item-state.ts';
import { lookUp } from '../process/response-processing.ts';
import { runRules } from '../process/run-rules.ts';
import { toPlain } from '../value/plain.ts';
import { type TestProcessOptions, testEnvironment } from './environment.ts';
import type { TestContent, TestSession } from './session.ts';

/**
 * The outcomes of a test as its items stand (QTI 3.0 ASI information model, class OutcomeProcessing): they begin with
 * their defaults each time, and its rules run. Where those take too long, the outcomes stay with their defaults.
 */
export function processOutcomes(
  content: TestContent,
  session: TestSession,
  options: TestProcessOptions = {},
): PlainValues {
  const { test } = content;
  const initial = () => test.outcomes.map((one) => [one.identifier, initialOutcome(one, NO_DEFAULTS)] as const);
  const values = new Map<string, Value>(initial());
  const declared = new Map(test.outcomes.map((one) => [one.identifier, one]));
  try {
    runRules(test.outcomeProcessing, {
      family: 'outcome',
      environment: testEnvironment(content, session, values, options),
      set: ({ rule, identifier }, given) => setOutcome(rule, declared.get(identifier), identifier, given, values),
    });
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    for (const [identifier, value] of initial()) values.set(identifier, value);
    options.trace?.({ depth: 0, kind: 'note', what: 'outcome-processing', detail: `${error.message}: defaults` });
  }
  return Object.fromEntries([...values].map(([identifier, value]) => [identifier, toPlain(value)]));
}

const NO_DEFAULTS: ReadonlyMap<string, Value> = new Map();

function setOutcome(
  rule: string,
  declared: OutcomeDeclaration | undefined,
  identifier: string,
  given: Value,
  values: Map<string, Value>,
): Assignment {
  if (declared === undefined) return { value: null, problem: `the test declares no outcome "${identifier}"` };
  const assigned = rule === 'lookup-outcome-value' ? lookUp(given, declared) : assign(given, declared);
  values.set(identifier, assigned.value);
  return assigned;
}
