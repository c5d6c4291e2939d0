import type { Program } from '../../schema/program.ts';
import type { Finding, Report } from '../problem.ts';
import { checkAssessments } from './assessments.ts';
import { checkFees } from './fees.ts';
import { checkIds } from './ids.ts';
import { checkKeeping } from './keeping.ts';
import { checkPeriods } from './periods.ts';
import { checkProvenance } from './provenance.ts';
import { checkReferences } from './references.ts';
import { checkRequirements } from './requirements.ts';
import { checkRules } from './rules.ts';
import { checkScopes } from './scopes.ts';

const checks: readonly ((program: Program, report: Report) => void)[] = [
  checkIds,
  checkReferences,
  checkScopes,
  checkRequirements,
  checkRules,
  checkAssessments,
  checkFees,
  checkPeriods,
  checkKeeping,
  checkProvenance,
];

/** Everything in a well-shaped program that contradicts itself or leads nowhere. */
export function contradictions(program: Program): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (path, message, hint) => {
    findings.push(hint === undefined ? { path, spot: 'value', message } : { path, spot: 'value', message, hint });
  };
  for (const check of checks) check(program, report);
  return findings;
}
