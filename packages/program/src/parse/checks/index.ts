import type { Program } from '../../schema/program.ts';
import type { Finding, Report } from '../problem.ts';
import { checkAssessments } from './assessments.ts';
import { checkFees } from './fees.ts';
import { checkIds } from './ids.ts';
import { checkPeriods } from './periods.ts';
import { checkProvenance } from './provenance.ts';
import { checkReferences } from './references.ts';

const checks: readonly ((program: Program, report: Report) => void)[] = [
  checkIds,
  checkReferences,
  checkAssessments,
  checkFees,
  checkPeriods,
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
