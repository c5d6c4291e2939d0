import { applies, type Circumstances, listCircumstances } from '../../circumstances.ts';
import { isForRenewal } from '../../lookup.ts';
import type { Program, Requirement } from '../../schema/program.ts';
import type { PassingRule, Rule } from '../../schema/rule.ts';
import { evaluate, type Known } from '../../standing/rule.ts';
import type { Path, Report } from '../problem.ts';
import { checkExists } from './exists.ts';

interface Leaves {
  readonly what: string;
  readonly known: readonly { id: string }[];
}

function partsOf(rule: Exclude<Rule | PassingRule, string>): { key: string; parts: readonly (Rule | PassingRule)[] } {
  if ('all' in rule) return { key: 'all', parts: rule.all };
  if ('any' in rule) return { key: 'any', parts: rule.any };
  if ('atLeast' in rule) return { key: 'of', parts: rule.of };
  return { key: 'compensatory', parts: [] };
}

/** Checks the leaves and the counts of a rule; gives the ids that it names. */
function checkRule(rule: Rule | PassingRule, path: Path, leaves: Leaves, report: Report): ReadonlySet<string> {
  if (typeof rule === 'string') {
    checkExists(rule, path, leaves.what, leaves.known, report);
    return new Set([rule]);
  }
  const named = new Set<string>();
  if ('compensatory' in rule) {
    for (const [index, { assessment }] of rule.compensatory.entries()) {
      const place = [...path, 'compensatory', index, 'assessment'];
      checkExists(assessment, place, leaves.what, leaves.known, report);
      if (named.has(assessment)) report(place, `The ${leaves.what} "${assessment}" stands twice in this group.`);
      named.add(assessment);
    }
    return named;
  }
  const { key, parts } = partsOf(rule);
  if ('atLeast' in rule && rule.atLeast > rule.of.length) {
    report(
      [...path, 'atLeast'],
      `At least ${rule.atLeast} are asked for, of ${rule.of.length} that there are.`,
      `Set at most ${rule.of.length}.`,
    );
  }
  for (const [index, part] of parts.entries()) {
    const place = [...path, key, index];
    if (typeof part === 'string' && parts.indexOf(part) !== index) {
      report(place, `"${part}" stands twice in this rule.`);
    }
    for (const id of checkRule(part, place, leaves, report)) named.add(id);
  }
  return named;
}

/** Circumstances as people read them. */
function inWords({ region, track }: Circumstances): string {
  const words = [...(region === undefined ? [] : [`region "${region}"`])];
  for (const [axis, option] of Object.entries(track ?? {})) words.push(`${axis} "${option}"`);
  return words.join(', ');
}

function bestOf(requirement: Requirement, circumstances: Circumstances): Known {
  if (applies(requirement, circumstances) === false) return { state: 'absent' };
  const { region } = circumstances;
  const isOutside =
    requirement.kind === 'jurisdiction' && region !== undefined && !requirement.regions.includes(region);
  return isOutside ? { state: 'not-met' } : { state: 'met', since: '' };
}

/** Nobody is turned away, or has nothing to pass, by where they live or what they chose alone. */
function checkReachable(program: Program, report: Report): void {
  const unreachable = new Map<'eligibility' | 'passing' | 'nothing', Circumstances>();
  for (const circumstances of listCircumstances(program)) {
    const eligible = evaluate(program.eligibility, (id): Known => {
      const requirement = program.requirements.find((part) => part.id === id);
      return requirement === undefined ? { state: 'open' } : bestOf(requirement, circumstances);
    });
    if (eligible.state === 'not-met' && !unreachable.has('eligibility')) unreachable.set('eligibility', circumstances);
    const isThere = (id: string): boolean => {
      const assessment = program.assessments.find((part) => part.id === id);
      return assessment === undefined || applies(assessment, circumstances) !== false;
    };
    const met: Known = { state: 'met', since: '' };
    const passed = evaluate(
      program.passing,
      (id): Known => (isThere(id) ? met : { state: 'absent' }),
      ({ compensatory }): Known =>
        compensatory.some(({ assessment }) => isThere(assessment)) ? met : { state: 'absent' },
    );
    if (passed.state === 'not-met' && !unreachable.has('passing')) unreachable.set('passing', circumstances);
    if (passed.state === 'absent' && !unreachable.has('nothing')) unreachable.set('nothing', circumstances);
  }
  for (const [what, circumstances] of unreachable) {
    const where = inWords(circumstances);
    const place = where === '' ? '' : ` with ${where}`;
    if (what === 'eligibility') {
      report(['eligibility'], `Nobody${place} can be eligible.`, 'Give them a way, or take them out of the program.');
    } else if (what === 'passing') {
      report(['passing'], `Nobody${place} can pass: more is asked for than is there for them.`);
    } else {
      report(['passing'], `Nothing has to be passed${place}.`, 'Every candidate passes at least one assessment.');
    }
  }
}

/** Eligibility and passing name what there is, name everything that there is, and can be fulfilled everywhere. */
export function checkRules(program: Program, report: Report): void {
  const requirements = { what: 'requirement', known: program.requirements };
  const needed = checkRule(program.eligibility, ['eligibility'], requirements, report);
  for (const [index, { id }] of program.requirements.entries()) {
    if (needed.has(id)) continue;
    report(
      ['requirements', index, 'id'],
      `The requirement "${id}" is asked for by nothing.`,
      'Name it under "eligibility".',
    );
  }
  const judged = checkRule(program.passing, ['passing'], { what: 'assessment', known: program.assessments }, report);
  for (const [index, { id }] of program.assessments.entries()) {
    if (judged.has(id) || isForRenewal(program, id)) continue;
    report(
      ['assessments', index, 'id'],
      `The assessment "${id}" counts for nothing.`,
      'Name it under "passing", or in a route of the renewal.',
    );
  }
  checkReachable(program, report);
}
