import { approximateDays } from '../../calendar/period.ts';
import type { Program, Requirement, RequirementOf } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';
import { checkAll, checkExists } from './exists.ts';

type Experience = RequirementOf<'experience'>;
type Amount = Pick<Experience, 'fullTimeYears' | 'hours'>;

function checkAmount({ fullTimeYears, hours }: Amount, { hoursPerYear }: Experience, path: Path, report: Report): void {
  if ((fullTimeYears === undefined) === (hours === undefined)) {
    report(
      [...path, fullTimeYears === undefined ? 'id' : 'hours'],
      fullTimeYears === undefined ? 'Nothing says how much work is asked for.' : 'Both years and hours are asked for.',
      'Set either "fullTimeYears" or "hours".',
    );
  }
  if (hours !== undefined && hoursPerYear === undefined) {
    report([...path, 'hours'], 'Hours are asked for, but not how many a year has.', 'Add "hoursPerYear".');
  }
}

function yearsOf({ fullTimeYears, hours }: Amount, { hoursPerYear }: Experience): number {
  return fullTimeYears ?? (hours ?? 0) / (hoursPerYear ?? Number.POSITIVE_INFINITY);
}

function checkExperience(rule: Experience, path: Path, program: Program, report: Report): void {
  checkAll(rule.settings, [...path, 'settings'], 'setting', program.settings, report);
  checkAmount(rule, rule, path, report);
  const years = yearsOf(rule, rule);
  if (rule.within !== undefined && approximateDays(rule.within) < years * 365) {
    report([...path, 'within'], `Nobody can have worked that much within ${rule.within}.`);
  }
  const counted = rule.settings.map((id) => ({ id }));
  for (const [index, part] of (rule.ofWhich ?? []).entries()) {
    const place = [...path, 'ofWhich', index];
    checkAll(part.settings, [...place, 'settings'], 'setting that counts for the whole', counted, report);
    checkAll(part.roles, [...place, 'roles'], 'role', program.roles, report);
    checkAmount(part, rule, place, report);
    if (part.settings === undefined && part.roles === undefined && part.minimumPercent === undefined) {
      report([...place, 'id'], `"${part.title}" narrows nothing.`, 'Add "settings", "roles" or "minimumPercent".');
    }
    if (yearsOf(part, rule) > years + 1e-9) {
      const key = part.fullTimeYears === undefined ? 'hours' : 'fullTimeYears';
      report([...place, key], `"${part.title}" asks for more work than the whole of which it is a part.`);
    }
  }
}

/** Reminders come one after another, and before the link ends. */
function checkRequest(
  { validFor, reminders }: RequirementOf<'references' | 'training'>['request'],
  path: Path,
  report: Report,
): void {
  for (const [index, reminder] of reminders.entries()) {
    const place = [...path, 'reminders', index];
    if (approximateDays(reminder) >= approximateDays(validFor)) {
      report(place, `The reminder ${reminder} comes when the link no longer works (${validFor}).`);
    }
    const before = reminders[index - 1];
    if (before === undefined || approximateDays(reminder) > approximateDays(before)) continue;
    report(place, `The reminder ${reminder} follows ${before}; each comes later than the one before it.`);
  }
}

function checkMembership(id: string, path: Path, program: Program, report: Report): void {
  checkExists(id, path, 'payer class', program.payerClasses, report);
  if (program.payerClasses.find((payer) => payer.id === id)?.proof !== 'none') return;
  report(path, `"${id}" is the class of everybody else; nobody proves it.`, 'Name a class with "proof: membership".');
}

function checkRequirement(requirement: Requirement, path: Path, program: Program, report: Report): void {
  switch (requirement.kind) {
    case 'experience':
      checkExperience(requirement, path, program, report);
      break;
    case 'education':
      checkAll(requirement.fields, [...path, 'fields'], 'field of study', program.fields, report);
      checkAll(requirement.accreditedBy, [...path, 'accreditedBy'], 'accreditor', program.accreditors, report);
      if (requirement.accreditedBy !== undefined && !requirement.accredited) {
        report([...path, 'accredited'], 'An accreditor is asked for, but no accreditation.', 'Set "accredited: true".');
      }
      break;
    case 'training':
      checkAll(requirement.programs, [...path, 'programs'], 'training program', program.trainingPrograms, report);
      checkRequest(requirement.request, [...path, 'request'], report);
      break;
    case 'references': {
      const { minimum, maximum, request } = requirement;
      if (minimum > maximum) {
        report([...path, 'minimum'], `At least ${minimum} references and at most ${maximum} cannot both hold.`);
      }
      checkRequest(request, [...path, 'request'], report);
      break;
    }
    case 'membership':
      checkMembership(requirement.payerClass, [...path, 'payerClass'], program, report);
      break;
    case 'attestation': {
      const documents = [{ id: 'code-of-conduct' }, ...(program.agreements ?? [])];
      checkExists(requirement.document, [...path, 'document'], 'document to sign', documents, report);
      break;
    }
    case 'jurisdiction':
      checkAll(requirement.regions, [...path, 'regions'], 'region', program.regions, report);
      break;
    case 'credential':
      checkAll(requirement.credentials, [...path, 'credentials'], 'credential', program.credentials, report);
      break;
    default:
      break;
  }
}

/** What each requirement names exists, and its figures can be met. */
export function checkRequirements(program: Program, report: Report): void {
  for (const [index, requirement] of program.requirements.entries()) {
    checkRequirement(requirement, ['requirements', index], program, report);
  }
}
