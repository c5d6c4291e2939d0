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

/** Price lists, catalogs and the checks below look at every combination: so many are looked at in no time. */
const maxCombinations = 2_000;

/** Axes multiply: a short file could hold more combinations than anybody can look at. */
function tooManyCombinations({ payerClasses, regions = [], tracks = [] }: Program): Finding[] {
  const axes = [payerClasses.length, Math.max(1, regions.length), ...tracks.map(({ options }) => options.length)];
  const count = axes.reduce((product, length) => product * length, 1);
  if (count <= maxCombinations) return [];
  const part = tracks.length > 0 ? 'tracks' : regions.length > 0 ? 'regions' : 'payerClasses';
  const message = `Payer classes, regions and tracks make ${count} combinations; ${maxCombinations} are the most.`;
  return [
    { path: [part], spot: 'key', message, hint: 'Leave out an axis, or make programs of their own of its options.' },
  ];
}

/** Everything in a well-shaped program that contradicts itself or leads nowhere. */
export function contradictions(program: Program): Finding[] {
  const findings = tooManyCombinations(program);
  if (findings.length > 0) return findings;
  const report: Report = (path, message, hint) => {
    findings.push(hint === undefined ? { path, spot: 'value', message } : { path, spot: 'value', message, hint });
  };
  for (const check of checks) check(program, report);
  return findings;
}
