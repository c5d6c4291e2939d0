import type { Fact, FactKind, FactOf } from '../../facts.ts';
import type { Program } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { assessmentSense } from './sense/assessments.ts';
import { feeSense } from './sense/fees.ts';
import { keepingSense } from './sense/keeping.ts';
import { requirementSense } from './sense/requirements.ts';

type Checks = { readonly [K in FactKind]?: (program: Program, fact: FactOf<K>) => Text | undefined };

const checks: Checks = { ...requirementSense, ...assessmentSense, ...feeSense, ...keepingSense };

/** Each kind of fact comes with the check of its own kind. */
function check<K extends FactKind>(kind: K, program: Program, fact: FactOf<K>): Text | undefined {
  const found: Checks[K] = checks[kind];
  return found?.(program, fact);
}

/** Why a well-formed fact cannot have happened in this program, taken by itself. */
export function findNonsense(program: Program, fact: Fact): Text | undefined {
  return check(fact.kind, program, fact);
}
