import type { Program } from '../../schema/program.ts';
import type { Rule } from '../../schema/rule.ts';
import { closest } from '../closest.ts';
import type { Path, Report } from '../problem.ts';
import { priceLists } from './fees.ts';

function checkExists(id: string, path: Path, what: string, known: readonly { id: string }[], report: Report): void {
  if (known.some((part) => part.id === id)) return;
  const ids = known.map((part) => part.id);
  const guess = closest(id, ids);
  report(
    path,
    `There is no ${what} "${id}".`,
    guess === undefined ? `Known here: ${ids.join(', ') || 'none'}.` : `Did you mean "${guess}"?`,
  );
}

function checkRule(
  rule: Rule,
  path: Path,
  what: string,
  known: readonly { id: string }[],
  report: Report,
): Set<string> {
  if (typeof rule === 'string') {
    checkExists(rule, path, what, known, report);
    return new Set([rule]);
  }
  const [key, parts] = 'all' in rule ? ['all', rule.all] : ['any', rule.any];
  const named = new Set<string>();
  for (const [index, part] of parts.entries()) {
    for (const id of checkRule(part, [...path, key, index], what, known, report)) named.add(id);
  }
  return named;
}

export function checkReferences(program: Program, report: Report): void {
  const needed = checkRule(program.eligibility, ['eligibility'], 'requirement', program.requirements, report);
  for (const [index, requirement] of program.requirements.entries()) {
    const at = ['requirements', index];
    if (!needed.has(requirement.id)) {
      report(
        [...at, 'id'],
        `The requirement "${requirement.id}" is asked for by nothing.`,
        'Name it under "eligibility".',
      );
    }
    if (requirement.kind !== 'experience') continue;
    for (const [position, setting] of requirement.settings.entries()) {
      checkExists(setting, [...at, 'settings', position], 'setting', program.settings, report);
    }
  }

  const judged = checkRule(program.passing, ['passing'], 'assessment', program.assessments, report);
  for (const [index, assessment] of program.assessments.entries()) {
    const at = ['assessments', index];
    if (!judged.has(assessment.id)) {
      report([...at, 'id'], `The assessment "${assessment.id}" counts for nothing.`, 'Name it under "passing".');
    }
    if (assessment.kind !== 'exam') continue;
    for (const [position, { topic }] of assessment.blueprint.topics.entries()) {
      checkExists(topic, [...at, 'blueprint', 'topics', position, 'topic'], 'topic', program.topics, report);
    }
  }

  for (const [index, fee] of program.fees.entries()) {
    const at = ['fees', index];
    if (fee.kind === 'assessment') {
      checkExists(fee.assessment, [...at, 'assessment'], 'assessment', program.assessments, report);
    }
    for (const { key, prices } of priceLists(fee)) {
      for (const [position, price] of prices.entries()) {
        checkExists(
          price.payerClass,
          [...at, key, position, 'payerClass'],
          'payer class',
          program.payerClasses,
          report,
        );
      }
    }
  }
}
