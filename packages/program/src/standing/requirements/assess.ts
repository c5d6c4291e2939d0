import type { CalendarDate, Claim } from '../../facts.ts';
import { titleOf } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program, Requirement } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { assessEducation, educationRule } from './education.ts';
import { assessExperience, experienceRule } from './experience-worth.ts';
import { assessCourses, assessDocuments, assessWorkSamples, paperRule } from './papers.ts';
import { assessAge, assessAttestation, assessConsent, assessCredential, assessTraining, personRule } from './person.ts';
import { enough, type Worth } from './worth.ts';

export interface Assessing {
  /** The last day that counts. */
  readonly until: CalendarDate;
  /** The day on which the claim was made. */
  readonly statedOn: CalendarDate;
  /** Ids of the entries that are looked at; all when undefined. */
  readonly accepted?: ReadonlySet<string> | undefined;
}

/**
 * Whether a claim, taken as true, fulfills a requirement.
 *
 * @returns undefined where the claim is of another kind than the requirement.
 */
export function assessClaim(
  program: Program,
  requirement: Requirement,
  claim: Claim,
  { until, statedOn, accepted }: Assessing,
): Worth | undefined {
  const lookedAt = <Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] =>
    accepted === undefined ? entries : entries.filter(({ id }) => accepted.has(id));
  switch (requirement.kind) {
    case 'experience':
      if (claim.kind !== 'experience') return undefined;
      return assessExperience(requirement, { ...claim, entries: lookedAt(claim.entries) }, until);
    case 'education':
      if (claim.kind !== 'education') return undefined;
      return assessEducation(program, requirement, { ...claim, entries: lookedAt(claim.entries) }, until);
    case 'course':
      if (claim.kind !== 'course') return undefined;
      return assessCourses(requirement, { ...claim, entries: lookedAt(claim.entries) }, until);
    case 'document':
      if (claim.kind !== 'document') return undefined;
      return assessDocuments(requirement, { ...claim, entries: lookedAt(claim.entries) }, until);
    case 'work-samples':
      if (claim.kind !== 'work-samples') return undefined;
      return assessWorkSamples(requirement, { ...claim, entries: lookedAt(claim.entries) }, until);
    case 'attestation':
      return claim.kind === 'attestation' ? assessAttestation(program, requirement, claim) : undefined;
    case 'background-check':
      return claim.kind === 'background-check' ? assessConsent(requirement, claim, statedOn, until) : undefined;
    case 'age':
      return claim.kind === 'age' ? assessAge(requirement, claim, until) : undefined;
    case 'credential':
      return claim.kind === 'credential' ? assessCredential(program, requirement, claim, until) : undefined;
    case 'training':
      return claim.kind === 'training' ? assessTraining(program, requirement, claim, until) : undefined;
    case 'registration':
      return claim.kind === 'registration'
        ? enough(text('registration.stated'), text('registration.stated'))
        : undefined;
    case 'references':
    case 'membership':
    case 'jurisdiction':
      return undefined;
  }
}

/** What a requirement asks for, in one sentence. */
export function ruleOf(program: Program, requirement: Requirement): Text {
  switch (requirement.kind) {
    case 'experience':
      return experienceRule(program, requirement);
    case 'education':
      return educationRule(program, requirement);
    case 'course':
    case 'document':
    case 'work-samples':
      return paperRule(requirement);
    case 'attestation':
    case 'background-check':
    case 'age':
    case 'credential':
    case 'training':
      return personRule(program, requirement);
    case 'references': {
      const { minimum, maximum } = requirement;
      return minimum === maximum
        ? text('references.rule-exactly', { minimum })
        : text('references.rule', { minimum, maximum });
    }
    case 'membership':
      return text('membership.rule', { payer: payerLabel(program, requirement.payerClass) });
    case 'jurisdiction':
      return text('jurisdiction.rule', { regions: regionTitles(program, requirement.regions) });
    case 'registration':
      return program.fees.some(({ kind }) => kind === 'registration')
        ? text('registration.rule-fee')
        : text('registration.rule');
  }
}

export function payerLabel(program: Program, id: string): string {
  return program.payerClasses.find((payer) => payer.id === id)?.label ?? id;
}

export function regionTitles(program: Program, ids: readonly string[]): string {
  return ids.map((id) => titleOf(program.regions, id)).join(', ');
}
