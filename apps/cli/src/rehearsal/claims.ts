import { randomUUID } from 'node:crypto';
import { documentVersion, type Program, type Requirement, type RequirementOf } from '@testamur/program';
import type { Api } from './api.ts';
import { dayOf, daysBefore } from './days.ts';
import { daysIn, experienceFor } from './experience.ts';
import { expectThat } from './unmet.ts';

/** What a candidate states for one requirement. */
export type Claim = Parameters<Api['candidacies']['saveSection']>[0]['claim'];

export interface Claimant {
  readonly name: string;
  /** ISO 8601 instant. */
  readonly now: string;
  readonly fileIds: readonly string[];
  /** The narrower rules of experience are met by half. */
  readonly isShort?: boolean;
  /** Of a training: which of those that count; the first one unless another is named. */
  readonly choice?: number;
}

type Making<K extends Requirement['kind']> = (rule: RequirementOf<K>, claimant: Claimant, program: Program) => Claim;

const education: Making<'education'> = ({ minimumLevel, fields, accreditedBy }, { now, fileIds }) => ({
  kind: 'education',
  entries: [
    {
      id: randomUUID(),
      institution: 'Northfield University',
      level: minimumLevel,
      field: 'As the program asks',
      awardedOn: daysBefore(now, 6 * 365),
      accredited: true,
      ...(fields?.[0] === undefined ? {} : { fieldId: fields[0] }),
      ...(accreditedBy?.[0] === undefined ? {} : { accreditedBy: accreditedBy[0] }),
      fileIds: [...fileIds],
    },
  ],
});

const training: Making<'training'> = ({ programs }, { now, choice = 0 }) => ({
  kind: 'training',
  trainingProgram: programs[choice % programs.length] ?? '',
  completedOn: daysBefore(now, 90),
});

/** Two courses of half of the hours each, completed lately enough for any freshness. */
const course: Making<'course'> = ({ hours = 2 }, { now, fileIds }) => ({
  kind: 'course',
  entries: [1, 2].map((part) => ({
    id: randomUUID(),
    title: `Course, part ${part}`,
    provider: 'Northfield University',
    hours: Math.ceil(hours / 2),
    completedOn: daysBefore(now, 7 * part),
    fileIds: [...fileIds],
  })),
});

const papers = (count: number, { now, fileIds }: Claimant) =>
  Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    title: `Paper ${index + 1}`,
    issuedOn: daysBefore(now, 7 + index),
    fileIds: [...fileIds],
  }));

/** A claim that meets the requirement, if it is true. Undefined for those that nobody makes a claim for. */
export const claimFor = (program: Program, requirement: Requirement, claimant: Claimant): Claim | undefined => {
  const { name, now, fileIds, isShort } = claimant;
  switch (requirement.kind) {
    case 'experience':
      return { kind: 'experience', entries: [...experienceFor(requirement, dayOf(now), fileIds, isShort)] };
    case 'education':
      return education(requirement, claimant, program);
    case 'attestation':
      return { kind: 'attestation', signedName: name, documentVersion: documentVersion(program, requirement) };
    case 'training':
      return training(requirement, claimant, program);
    case 'background-check':
      return { kind: 'background-check', signedName: name };
    case 'course':
      return course(requirement, claimant, program);
    case 'document':
      return { kind: 'document', entries: papers(1, claimant) };
    case 'work-samples':
      return { kind: 'work-samples', entries: papers(requirement.minimum, claimant) };
    case 'age':
      return { kind: 'age', bornOn: daysBefore(now, 366 * (requirement.minimumYears + 1)) };
    case 'credential':
      return {
        kind: 'credential',
        credential: requirement.credentials[0] ?? '',
        number: 'R-4096',
        validUntil: daysBefore(now, -365),
        fileIds: [...fileIds],
      };
    case 'registration':
      return { kind: 'registration' };
    case 'references':
    case 'membership':
    case 'jurisdiction':
      return undefined;
  }
};

/** Kinds of claims that evidence is handed in with. */
export const takesFiles = ({ kind }: Pick<Requirement, 'kind'>): boolean =>
  ['experience', 'education', 'course', 'document', 'work-samples', 'credential'].includes(kind);

/**
 * What a claim of experience that `claimFor` made adds up to, reckoned from its own jobs, in the unit of the rule: years
 * to the tenth below and hours to the whole below, as standings tell it.
 */
export const amountIn = (rule: RequirementOf<'experience'>, claim: Claim): number => {
  expectThat(claim.kind === 'experience', 'a claim of experience', claim.kind);
  const years = daysIn(claim.entries.map(({ to = '', ...job }) => ({ ...job, to }))) / 365;
  if (rule.fullTimeYears !== undefined || rule.hours === undefined) return Math.floor(years * 10 + 1e-9) / 10;
  return Math.floor(years * (rule.hoursPerYear ?? 1) + 1e-6);
};
