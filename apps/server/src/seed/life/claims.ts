import { randomUUID } from 'node:crypto';
import { addPeriod, documentVersion, type Program, type Requirement, type RequirementOf } from '@testamur/program';
import type { Api } from './world.ts';

type Claim = Parameters<Api['candidacies']['saveSection']>[0]['claim'];

export interface Claimant {
  readonly name: string;
  /** ISO 8601 instant. */
  readonly now: string;
  /** Stored evidence. */
  readonly fileId: string;
}

type ClaimFor<K extends Requirement['kind']> = (
  requirement: RequirementOf<K>,
  claimant: Claimant & { readonly program: Program; readonly yearsAgo: (years: number) => string },
) => Claim;

const paper = (title: string, issuedOn: string, fileId: string) => ({
  id: randomUUID(),
  title,
  issuedOn,
  fileIds: [fileId],
});

/** Enough full-time years for the whole and for each part, in the first role and setting that each part counts. */
const experience: ClaimFor<'experience'> = (requirement, { yearsAgo, fileId }) => {
  const { hoursPerYear = 2000, ofWhich = [] } = requirement;
  const yearsOf = ({ fullTimeYears, hours = 0 }: { fullTimeYears?: number; hours?: number }) =>
    fullTimeYears ?? hours / hoursPerYear;
  const jobs = ofWhich.map((part) => ({ ...part, years: yearsOf(part) }));
  const rest = yearsOf(requirement) - jobs.reduce((sum, { years }) => sum + years, 0);
  const all = [...jobs, ...(rest > 0 || jobs.length === 0 ? [{ id: 'rest', years: Math.max(rest, 0) }] : [])];
  let end = 0;
  const entries = all.map((job) => {
    // Months beyond what is asked for, so that no day is missing.
    const from = end + Math.ceil(job.years) + 1;
    const entry = {
      id: randomUUID(),
      employer: 'Demonstration College',
      position: 'Technician',
      setting: ('settings' in job ? job.settings?.[0] : undefined) ?? requirement.settings[0] ?? 'other',
      ...('roles' in job && job.roles?.[0] !== undefined ? { role: job.roles[0] } : {}),
      from: yearsAgo(from),
      ...(end === 0 ? {} : { to: yearsAgo(end) }),
      fullTimePercent: 100,
      fileIds: [fileId],
    };
    end = from;
    return entry;
  });
  return { kind: 'experience', entries };
};

const claims: { readonly [K in Requirement['kind']]: ClaimFor<K> | undefined } = {
  experience,
  education: ({ minimumLevel, fields, accreditedBy }, { yearsAgo, fileId }) => ({
    kind: 'education',
    entries: [
      {
        id: randomUUID(),
        institution: 'Demonstration University',
        level: minimumLevel,
        field: 'General studies',
        ...(fields?.[0] === undefined ? {} : { fieldId: fields[0] }),
        awardedOn: yearsAgo(6),
        accredited: true,
        ...(accreditedBy?.[0] === undefined ? {} : { accreditedBy: accreditedBy[0] }),
        fileIds: [fileId],
      },
    ],
  }),
  attestation: (requirement, { program, name }) => ({
    kind: 'attestation',
    signedName: name,
    documentVersion: documentVersion(program, requirement),
  }),
  training: ({ programs }, { now }) => ({
    kind: 'training',
    trainingProgram: programs[0] ?? '',
    completedOn: addPeriod(now, 'P30D', -1).slice(0, 10),
  }),
  'background-check': (_requirement, { name }) => ({ kind: 'background-check', signedName: name }),
  course: ({ hours = 1 }, { now, fileId }) => ({
    kind: 'course',
    entries: [
      {
        id: randomUUID(),
        title: 'Course for a demonstration',
        provider: 'Demonstration University',
        hours,
        completedOn: addPeriod(now, 'P30D', -1).slice(0, 10),
        fileIds: [fileId],
      },
    ],
  }),
  document: ({ title }, { now, fileId }) => ({
    kind: 'document',
    entries: [paper(title, now.slice(0, 10), fileId)],
  }),
  'work-samples': ({ minimum }, { yearsAgo, fileId }) => ({
    kind: 'work-samples',
    entries: Array.from({ length: minimum }, (_, index) => paper(`Piece of work ${index + 1}`, yearsAgo(1), fileId)),
  }),
  age: ({ minimumYears }, { yearsAgo }) => ({ kind: 'age', bornOn: yearsAgo(minimumYears + 5) }),
  credential: ({ credentials }, { fileId, now }) => ({
    kind: 'credential',
    credential: credentials[0] ?? '',
    number: 'DEMO-1000',
    validUntil: addPeriod(now, 'P2Y').slice(0, 10),
    fileIds: [fileId],
  }),
  registration: () => ({ kind: 'registration' }),
  // Met by others, by a member number, and by the region.
  references: undefined,
  membership: undefined,
  jurisdiction: undefined,
};

/** A claim that meets a requirement of any program, if it is true; undefined where it is met without one. */
export const claimFor = <K extends Requirement['kind']>(
  program: Program,
  requirement: RequirementOf<K>,
  claimant: Claimant,
): Claim | undefined => {
  const yearsAgo = (years: number): string => addPeriod(claimant.now, `P${Math.ceil(years)}Y`, -1).slice(0, 10);
  const kind: K = requirement.kind;
  return claims[kind]?.(requirement, { ...claimant, program, yearsAgo });
};
