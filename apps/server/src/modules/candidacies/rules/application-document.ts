import {
  type Claim,
  type Fact,
  findPayerClass,
  type Program,
  type Standing,
  say,
  settingLabel,
} from '@testamur/program';
import { formatDay, formatInstant } from '../../../kernel/index.ts';
import type { ApplicationData, ApplicationRequirement } from '../../../platform/pdf/index.ts';
import { findReviewed } from './claims.ts';
import { findAccommodation, findMembership } from './membership.ts';

interface Application {
  readonly number: string;
  readonly program: Program;
  readonly facts: readonly Fact[];
  readonly standing: Standing;
  readonly candidate: { readonly name: string; readonly email: string };
  readonly organizationName: string;
  readonly demonstration: boolean;
  readonly fileNames: ReadonlyMap<string, string>;
  readonly mayReadAccommodation: boolean;
}

const levels = {
  secondary: 'Secondary school',
  certificate: 'Certificate',
  associate: 'Associate degree',
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctorate: 'Doctorate',
} as const;

const states = {
  met: 'Met',
  'not-met': 'Not met',
  unknown: 'Waiting for review',
  'not-started': 'Not started',
  'in-progress': 'In progress',
  locked: 'Cannot start yet',
} as const;

const actors = {
  candidate: 'You',
  reviewer: 'A reviewer',
  finance: 'Finance',
  examiner: 'An examiner',
  'score-releaser': 'The organization',
  decider: 'The organization',
  system: 'Testamur',
} as const;

const tableOf = (program: Program, claim: Claim): Pick<ApplicationRequirement, 'columns' | 'rows'> => {
  switch (claim.kind) {
    case 'experience':
      return {
        columns: ['Employer', 'Position', 'Where', 'From', 'To', 'Share of full time'],
        rows: claim.entries.map((entry) => [
          entry.employer,
          entry.position,
          entry.setting === 'other' ? 'Other' : settingLabel(program, entry.setting),
          formatDay(entry.from),
          entry.to === undefined ? 'Goes on' : formatDay(entry.to),
          `${entry.fullTimePercent} %`,
        ]),
      };
    case 'education':
      return {
        columns: ['Institution', 'Degree', 'Field', 'Awarded', 'Accredited'],
        rows: claim.entries.map((entry) => [
          entry.institution,
          levels[entry.level],
          entry.field,
          formatDay(entry.awardedOn),
          entry.accredited ? 'Yes' : 'No',
        ]),
      };
    case 'attestation':
      // What was signed has a section of its own.
      return { columns: [], rows: [] };
  }
};

const requirementsOf = ({ program, facts, standing, fileNames }: Application): readonly ApplicationRequirement[] => {
  const lines = standing.steps.flatMap((step) => step.lines).filter((line) => line.kind === 'requirement');
  const stated = program.requirements.filter(({ kind }) => kind !== 'attestation');
  return stated.map((requirement) => {
    const line = lines.find(({ id }) => id === requirement.id);
    const claim = findReviewed(facts, requirement.id)?.declared.data.claim;
    const fileIds =
      claim === undefined || claim.kind === 'attestation' ? [] : claim.entries.flatMap((entry) => entry.fileIds);
    return {
      title: requirement.title,
      rule: line ? say(line.why.rule) : requirement.description,
      state: line ? states[line.state] : states['not-started'],
      ...(claim === undefined ? { columns: [], rows: [] } : tableOf(program, claim)),
      files: [...new Set(fileIds)].flatMap((id) => fileNames.get(id) ?? []),
    };
  });
};

const signatureOf = ({ program, facts }: Application): ApplicationData['codeOfConduct'] => {
  const title = 'Code of conduct';
  for (const { id, kind } of program.requirements) {
    const declared = kind === 'attestation' ? findReviewed(facts, id)?.declared : undefined;
    if (declared?.data.claim.kind !== 'attestation') continue;
    const { documentVersion, signedName } = declared.data.claim;
    return { title, version: documentVersion, signedName, signedAt: formatDay(declared.at) };
  }
  return { title, version: program.codeOfConduct.version, signedName: '–', signedAt: '–' };
};

const membershipOf = ({ program, facts }: Application): Pick<ApplicationData, 'membershipClaim'> => {
  const membership = findMembership(program, facts);
  if (!membership) return {};
  const state = { waiting: 'To be verified', verified: 'Verified', refused: 'Not verified' }[membership.state];
  const label = findPayerClass(program, membership.payerClass)?.label ?? membership.payerClass;
  return {
    membershipClaim: [
      { label: 'Class', value: label },
      { label: 'Number', value: membership.memberNumber },
      { label: 'State', value: state },
    ],
  };
};

const accommodationOf = ({
  facts,
  mayReadAccommodation,
}: Application): Pick<ApplicationData, 'accommodationRequest'> => {
  const request = findAccommodation(facts)?.request;
  if (request === undefined) return {};
  return { accommodationRequest: mayReadAccommodation ? request : 'An accommodation is asked for.' };
};

/** The record of an application, as it was submitted at this instant. */
export const applicationDocument = (application: Application, submittedAt: string): ApplicationData => {
  const { number, program, standing, candidate, organizationName, demonstration } = application;
  return {
    language: program.language,
    demonstration,
    createdAt: submittedAt,
    organization: { name: organizationName, abbreviation: program.organization.abbreviation, contact: [] },
    notice: program.notice.text,
    recipient: { name: candidate.name, lines: [candidate.email] },
    number,
    date: formatDay(submittedAt),
    program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
    submittedAt: formatInstant(submittedAt),
    candidate: [{ label: 'E-mail', value: candidate.email }],
    requirements: requirementsOf(application),
    codeOfConduct: signatureOf(application),
    ...accommodationOf(application),
    ...membershipOf(application),
    next: standing.next.map((action) => ({
      what: say(action.title),
      who: actors[action.actor],
      ...(action.by === undefined ? {} : { by: formatDay(action.by) }),
    })),
  };
};
