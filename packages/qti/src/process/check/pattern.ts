import type { Environment } from '../../evaluate/environment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { Random } from '../../value/random.ts';

/** Where an expression over literals alone is evaluated. */
const NOWHERE: Environment = {
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

/** Whether the whole text matches the regular expression of XML Schema. One that cannot be read matches everything. */
export function matchesPattern(text: string, pattern: string): boolean {
  const of = [{ op: 'base-value', baseType: 'string', value: text } as const];
  const value = evaluate({ op: 'pattern-match', pattern, of }, NOWHERE);
  return value === null || value.cardinality !== 'single' || value.value === true;
}
