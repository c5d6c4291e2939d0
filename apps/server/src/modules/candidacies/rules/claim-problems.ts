import {
  type Claim,
  documentVersion,
  findRequirement,
  type Program,
  type Requirement,
  type RequirementOf,
} from '@testamur/program';
import type { ProblemField } from '../../../kernel/index.ts';

type Problems = readonly ProblemField[];

/** What is wrong with a claim for this requirement, or nothing. Whether it suffices, the standing says. */
export const findClaimProblems = (program: Program, requirementId: string, claim: Claim, today: string): Problems => {
  const requirement = findRequirement(program, requirementId);
  if (!requirement) {
    const known = program.requirements.map(({ id }) => id).join(', ');
    return [{ path: 'requirement', message: `The program has no such requirement. It has these: ${known}.` }];
  }
  if (requirement.kind !== claim.kind) return [{ path: 'claim.kind', message: otherKind(requirement) }];
  switch (claim.kind) {
    case 'experience':
      return claim.entries.flatMap((entry, index) => {
        const path = `claim.entries.${index}`;
        return [
          ...sameIds(claim.entries, index),
          ...inFuture(`${path}.from`, entry.from, today, 'Enter a start date that is not in the future.'),
          ...inFuture(`${path}.to`, entry.to, today, goesOn),
          ...unknown(`${path}.setting`, entry.setting, program.settings, 'Choose where you worked.'),
          ...unknown(`${path}.role`, entry.role, program.roles, 'Choose what your role was.'),
        ];
      });
    case 'education':
      return claim.entries.flatMap((entry, index) => {
        const path = `claim.entries.${index}`;
        return [
          ...sameIds(claim.entries, index),
          ...inFuture(`${path}.awardedOn`, entry.awardedOn, today, notYet('on which the degree was awarded')),
          ...unknown(`${path}.fieldId`, entry.fieldId, program.fields, 'Choose the field of study.'),
          ...unknown(`${path}.accreditedBy`, entry.accreditedBy, program.accreditors, 'Choose who accredited it.'),
        ];
      });
    case 'course':
      return claim.entries.flatMap((entry, index) => [
        ...sameIds(claim.entries, index),
        ...inFuture(`claim.entries.${index}.completedOn`, entry.completedOn, today, notYet('of completion')),
      ]);
    case 'document':
    case 'work-samples':
      return claim.entries.flatMap((entry, index) => [
        ...sameIds(claim.entries, index),
        ...inFuture(`claim.entries.${index}.issuedOn`, entry.issuedOn, today, notYet('on which it was made')),
      ]);
    case 'training':
      return [
        ...(requirement.kind === 'training' ? otherTraining(program, requirement, claim.trainingProgram) : []),
        ...inFuture('claim.completedOn', claim.completedOn, today, notYet('on which you completed it')),
      ];
    case 'age':
      return inFuture('claim.bornOn', claim.bornOn, today, notYet('on which you were born'));
    case 'credential':
      return requirement.kind === 'credential' ? otherCredential(program, requirement, claim.credential) : [];
    case 'attestation':
      return requirement.kind === 'attestation' ? otherVersion(program, requirement, claim.documentVersion) : [];
    case 'background-check':
    case 'registration':
      return [];
  }
};

const otherKind = ({ title, kind }: Requirement): string => {
  switch (kind) {
    case 'references':
      return `"${title}" is met by statements of others: name the people to be asked.`;
    case 'membership':
      return `"${title}" is met by a membership: enter your member number.`;
    case 'jurisdiction':
      return `"${title}" is met by where you live or work: say which region it is.`;
    default:
      return `"${title}" takes a claim of the kind "${kind}".`;
  }
};

const goesOn = 'Leave the end date out while the work goes on; it is in the future.';
const notYet = (what: string) => `Enter the date ${what}; it is in the future.`;

const sameIds = (entries: readonly { readonly id: string }[], index: number): Problems =>
  entries.findIndex((entry) => entry.id === entries[index]?.id) === index
    ? []
    : [{ path: `claim.entries.${index}.id`, message: 'Two entries have the same id.' }];

const inFuture = (path: string, date: string | undefined, today: string, message: string): Problems =>
  date !== undefined && date > today ? [{ path, message }] : [];

/** `other` is always known: what does not count can be stated all the same. */
const unknown = (
  path: string,
  id: string | undefined,
  list: readonly { readonly id: string }[] | undefined,
  message: string,
): Problems => {
  const known = [...(list ?? []).map((one) => one.id), 'other'];
  return id === undefined || known.includes(id)
    ? []
    : [{ path, message: `${message} These are known: ${known.join(', ')}.` }];
};

const otherTraining = (program: Program, { programs }: RequirementOf<'training'>, id: string): Problems => {
  if (programs.includes(id)) return [];
  const titles = (program.trainingPrograms ?? []).filter((one) => programs.includes(one.id)).map((one) => one.title);
  return [{ path: 'claim.trainingProgram', message: `Choose one of these trainings: ${titles.join(', ')}.` }];
};

const otherCredential = (program: Program, { credentials }: RequirementOf<'credential'>, id: string): Problems => {
  if (credentials.includes(id)) return [];
  const labels = (program.credentials ?? []).filter((one) => credentials.includes(one.id)).map((one) => one.label);
  return [{ path: 'claim.credential', message: `Choose one of these credentials: ${labels.join(', ')}.` }];
};

const otherVersion = (program: Program, requirement: RequirementOf<'attestation'>, version: string): Problems => {
  const current = documentVersion(program, requirement);
  if (version === current) return [];
  const message = `Sign version ${current}, which is in force for this application.`;
  return [{ path: 'claim.documentVersion', message }];
};
