import type { Environment } from '../../evaluate/environment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { OutOfWork, type Work } from '../../evaluate/work.ts';
import type { Expression } from '../../model/expression.ts';
import type { Value } from '../../model/value.ts';
import { Random } from '../../value/random.ts';

/** Where an expression over literals alone is evaluated. */
const NOWHERE: Omit<Environment, 'work'> = {
  variable: () => undefined,
  correctOf: () => undefined,
  defaultOf: () => undefined,
  declarationOf: () => undefined,
  random: new Random(0),
  test: null,
  custom: {},
  trace: null,
  depth: 0,
};

/**
 * Whether the whole text matches the regular expression of XML Schema. One that cannot be read, or takes too long, matches
 * everything.
 */
export function matchesPattern(text: string, pattern: string, work: Work): boolean {
  const of = [{ op: 'base-value', baseType: 'string', value: text } as const];
  const value = tryOut({ op: 'pattern-match', pattern, of }, work);
  return value === null || value.cardinality !== 'single' || value.value === true;
}

function tryOut(expression: Expression, work: Work): Value {
  try {
    return evaluate(expression, { ...NOWHERE, work });
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    return null;
  }
}
