import {
  type Fact,
  findPayerClass,
  findRegion,
  type NextActor,
  type Program,
  type Requirement,
  type Standing,
  say,
  trackTitle,
} from '@testamur/program';
import { formatDay, formatInstant } from '../../../kernel/index.ts';
import type { ApplicationData, ApplicationRequirement } from '../../../platform/pdf/index.ts';
import { claimTable } from './claim-table.ts';
import { filesOf, findReviewed } from './claims.ts';
import { findAccommodation, findMembership } from './membership.ts';

/** Somebody who was asked for a statement. */
interface Asked {
  readonly requirement: string;
  readonly name: string;
  /** In words. */
  readonly relation?: string;
  readonly state: Standing['statements'][number]['state'];
}

interface Application {
  readonly number: string;
  readonly program: Program;
  readonly facts: readonly Fact[];
  readonly standing: Standing;
  readonly candidate: { readonly name: string; readonly email: string };
  readonly organizationName: string;
  readonly demonstration: boolean;
  readonly fileNames: ReadonlyMap<string, string>;
  readonly statements: readonly Asked[];
  readonly mayReadAccommodation: boolean;
}

const states = {
  met: 'Met',
  'not-met': 'Not met',
  unknown: 'Waiting for review',
  'not-started': 'Not started',
  'in-progress': 'In progress',
  locked: 'Cannot start yet',
} as const;

const actors: Readonly<Record<NextActor, string>> = {
  candidate: 'You',
  'third-party': 'The person who was asked',
  reviewer: 'A reviewer',
  'program-manager': 'The organization',
  finance: 'Finance',
  examiner: 'An examiner',
  'score-releaser': 'The organization',
  decider: 'The organization',
  system: 'Testamur',
};

const statementStates = {
  waiting: 'Asked',
  given: 'Given',
  declined: 'Declined',
  withdrawn: 'Taken back',
  expired: 'Not answered in time',
} as const;

type Table = Pick<ApplicationRequirement, 'columns' | 'rows'>;

/** Who was asked, and whether they have answered; what they wrote is not the candidate's to keep. */
const statementTable = ({ statements }: Application, requirement: Requirement): Table => {
  const isReferences = requirement.kind === 'references';
  const own = statements.filter((statement) => statement.requirement === requirement.id);
  return {
    columns: own.length === 0 ? [] : ['Name', ...(isReferences ? ['Relation'] : []), 'Statement'],
    rows: own.map(({ name, relation = '–', state }) => [
      name,
      ...(isReferences ? [relation] : []),
      statementStates[state],
    ]),
  };
};

const tablesOf = (application: Application, requirement: Requirement): Table => {
  if (requirement.kind === 'references') return statementTable(application, requirement);
  const declared = findReviewed(application.facts, requirement.id)?.declared;
  if (!declared) return { columns: [], rows: [] };
  const table = claimTable(application.program, declared.data.claim, declared.at);
  if (requirement.kind !== 'training') return table;
  const asked = application.statements.findLast((statement) => statement.requirement === requirement.id);
  const confirmation = asked === undefined ? 'Nobody was asked' : `${asked.name}: ${statementStates[asked.state]}`;
  return { columns: [...table.columns, 'Confirmation'], rows: table.rows.map((row) => [...row, confirmation]) };
};

/** The code of conduct has a section of its own. */
const isCodeOfConduct = (requirement: Requirement): boolean =>
  requirement.kind === 'attestation' && requirement.document === 'code-of-conduct';

const requirementsOf = (application: Application): readonly ApplicationRequirement[] => {
  const { program, facts, standing, fileNames } = application;
  const lines = standing.steps.flatMap((step) => step.lines).filter((line) => line.kind === 'requirement');
  return program.requirements.flatMap((requirement) => {
    const line = lines.find(({ id }) => id === requirement.id);
    if (!line || isCodeOfConduct(requirement)) return [];
    const claim = findReviewed(facts, requirement.id)?.declared.data.claim;
    const files = [...new Set(claim ? filesOf(claim) : [])].flatMap((id) => fileNames.get(id) ?? []);
    return [
      {
        title: requirement.title,
        rule: say(line.why.rule),
        state: states[line.state],
        ...tablesOf(application, requirement),
        files,
      },
    ];
  });
};

const signatureOf = ({ program, facts }: Application): ApplicationData['codeOfConduct'] => {
  const title = 'Code of conduct';
  for (const requirement of program.requirements) {
    const declared = isCodeOfConduct(requirement) ? findReviewed(facts, requirement.id)?.declared : undefined;
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

const circumstancesOf = ({ program, standing }: Application): ApplicationData['candidate'] => {
  const { region, track } = standing;
  const chosen = track && trackTitle(program, { track });
  return [
    ...(chosen === undefined ? [] : [{ label: 'Track', value: chosen }]),
    ...(region === undefined ? [] : [{ label: 'Region', value: findRegion(program, region)?.title ?? region }]),
  ];
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
    candidate: [{ label: 'E-mail', value: candidate.email }, ...circumstancesOf(application)],
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
