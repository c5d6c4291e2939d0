import {
  type Claim,
  documentVersion,
  type Fact,
  type FactOf,
  findRequirement,
  type Program,
  type RequirementOf,
  type Standing,
} from '@testamur/program';
import type { z } from 'zod';
import type { ProblemField } from '../../../kernel/index.ts';
import type { claim as claimSchema } from '../contract/shapes.ts';

/** The claim as the ledger keeps it: what was left out is absent. */
export const claimOf = (stated: z.output<typeof claimSchema>): Claim => {
  if (stated.kind !== 'experience') return stated;
  const entries = stated.entries.map(({ to, ...entry }) => (to === undefined ? entry : { ...entry, to }));
  return { kind: 'experience', entries };
};

/** The latest claim for a requirement, and what a reviewer said of it since. */
export interface Reviewed {
  readonly declared: FactOf<'requirement-declared'>;
  readonly judged?: FactOf<'requirement-judged'>;
}

export const isSubmitted = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === 'application-submitted');

export const findReviewed = (facts: readonly Fact[], requirement: string): Reviewed | undefined => {
  let found: Reviewed | undefined;
  for (const fact of facts) {
    if (fact.kind === 'requirement-declared' && fact.data.requirement === requirement) found = { declared: fact };
    if (fact.kind === 'requirement-judged' && fact.data.requirement === requirement && found) {
      found = { declared: found.declared, judged: fact };
    }
  }
  return found;
};

/** Before the submission the candidate may change any section; after it, what was handed back. */
export const isEditable = (standing: Standing, facts: readonly Fact[], requirement: string): boolean =>
  standing.status === 'draft' || (isSubmitted(facts) && wantedOf(standing).includes(requirement));

/** The requirements for which the candidate has the next move. */
export const wantedOf = (standing: Standing): readonly string[] =>
  standing.next
    .filter((action) => action.kind === 'complete-requirement' && action.actor === 'candidate')
    .flatMap((action) => action.subject ?? []);

/** What is wrong with a claim for this requirement, or nothing. Whether it suffices, the standing says. */
export const findClaimProblems = (
  program: Program,
  requirementId: string,
  claim: Claim,
  today: string,
): readonly ProblemField[] => {
  const requirement = findRequirement(program, requirementId);
  if (!requirement) {
    const known = program.requirements.map(({ id }) => id).join(', ');
    return [{ path: 'requirement', message: `The program has no such requirement. It has these: ${known}.` }];
  }
  if (requirement.kind !== claim.kind) {
    const message = `"${requirement.title}" takes entries of the kind "${requirement.kind}".`;
    return [{ path: 'claim.kind', message }];
  }
  switch (claim.kind) {
    case 'experience':
      return claim.entries.flatMap((entry, index) => [
        ...sameIds(claim.entries, index),
        ...notInFuture(
          `claim.entries.${index}.from`,
          entry.from,
          today,
          'Enter a start date that is not in the future.',
        ),
        ...notInFuture(
          `claim.entries.${index}.to`,
          entry.to,
          today,
          'Leave the end date out while the work goes on; it is in the future.',
        ),
        ...unknownSetting(program, index, entry.setting),
      ]);
    case 'education':
      return claim.entries.flatMap((entry, index) => [
        ...sameIds(claim.entries, index),
        ...notInFuture(
          `claim.entries.${index}.awardedOn`,
          entry.awardedOn,
          today,
          'Enter the date on which the degree was awarded; it is in the future.',
        ),
      ]);
    case 'attestation':
      return requirement.kind === 'attestation' ? otherVersion(program, requirement, claim.documentVersion) : [];
  }
};

const sameIds = (entries: readonly { readonly id: string }[], index: number): readonly ProblemField[] =>
  entries.findIndex((entry) => entry.id === entries[index]?.id) === index
    ? []
    : [{ path: `claim.entries.${index}.id`, message: 'Two entries have the same id.' }];

const notInFuture = (
  path: string,
  date: string | undefined,
  today: string,
  message: string,
): readonly ProblemField[] => (date !== undefined && date > today ? [{ path, message }] : []);

const unknownSetting = (program: Program, index: number, setting: string): readonly ProblemField[] => {
  const known = [...program.settings.map(({ id }) => id), 'other'];
  if (known.includes(setting)) return [];
  const message = `Choose where you worked. These are known: ${known.join(', ')}.`;
  return [{ path: `claim.entries.${index}.setting`, message }];
};

const otherVersion = (
  program: Program,
  requirement: RequirementOf<'attestation'>,
  version: string,
): readonly ProblemField[] => {
  const current = documentVersion(program, requirement);
  if (version === current) return [];
  const message = `Sign version ${current}, which is in force for this application.`;
  return [{ path: 'claim.documentVersion', message }];
};

/** The files that a claim names. */
export const filesOf = (claim: Claim): readonly string[] =>
  claim.kind === 'attestation' ? [] : claim.entries.flatMap((entry) => entry.fileIds);
