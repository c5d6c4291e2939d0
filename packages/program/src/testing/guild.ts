import { parseProgram } from '../parse/parse.ts';
import type { Program } from '../schema/program.ts';
import { caltText } from './calt.ts';

const lists = `
regions:
  - { id: north, title: North }
  - { id: south, title: South }
  - { id: west, title: West }

tracks:
  - id: level
    title: Level
    options:
      - { id: core, title: Core }
      - { id: expert, title: Expert }

roles:
  - { id: librarian, label: Librarian }
  - { id: clerk, label: Clerk }

fields:
  - { id: library-science, label: Library science }
  - { id: history, label: History }

accreditors:
  - { id: board, label: The Board }

credentials:
  - { id: basic, label: Basic Certificate }

trainingPrograms:
  - { id: hill-course, title: Technician course, provider: Hill College }
  - { id: dale-course, title: Evening course, provider: Dale College }

agreements:
  - { id: honor, source: article, title: Honor code, version: "7", text: I shall be fair. }
`;

const requirements = `
requirements:
  - { id: joining, kind: registration, source: article, title: Registration, description: Register., evidence: [] }
  - id: home
    kind: jurisdiction
    source: article
    title: North or South
    description: You live there.
    regions: [north, south, west]
    evidence: []
  - id: training
    kind: training
    source: article
    title: Approved training
    description: One of the list.
    programs: [hill-course]
    request: { validFor: P30D, reminders: [P10D, P20D] }
    evidence: []
  - id: work
    kind: experience
    source: article
    title: Work
    description: Work in a library.
    settings: [academic-library]
    hours: 2000
    hoursPerYear: 2000
    within: P5Y
    ofWhich:
      - { id: as-librarian, title: 1000 hours as librarian, hours: 1000, roles: [librarian] }
    evidence: []
  - id: degree
    kind: education
    source: article
    title: Degree
    description: In the field.
    minimumLevel: bachelor
    accredited: true
    fields: [library-science]
    accreditedBy: [board]
    evidence: []
  - id: letters
    kind: references
    source: article
    title: References
    description: From people who know your work.
    minimum: 2
    maximum: 3
    relations: [{ id: employer, label: Employer }]
    form: [{ id: word, prompt: What do you say?, kind: text }]
    request: { validFor: P30D, reminders: [P10D] }
    evidence: []
  - { id: guild, kind: membership, source: article, title: Member, description: Of us., payerClass: member, evidence: [] }
  - id: course
    kind: course
    source: article
    title: Course
    description: Ethics.
    hours: 10
    freshFor: P2Y
    evidence: []
  - id: check
    kind: background-check
    source: article
    for: { region: [north] }
    title: Background check
    description: Of your record.
    consent: I agree.
    freshFor: P6M
    evidence: []
  - { id: age, kind: age, source: article, title: Of age, description: Grown up., minimumYears: 18, evidence: [] }
  - id: letter
    kind: document
    source: article
    title: Letter
    description: Of motivation.
    freshFor: P1Y
    evidence: []
  - id: samples
    kind: work-samples
    source: article
    for: { level: [expert] }
    title: Samples
    description: Of your work.
    minimum: 2
    evidence: []
  - id: basic
    kind: credential
    source: article
    for: { level: [expert] }
    title: Basic
    description: Held before.
    credentials: [basic]
    evidence: []
  - { id: conduct, kind: attestation, source: article, title: Code, description: Sign., document: code-of-conduct, evidence: [] }
  - { id: honor-code, kind: attestation, source: article, title: Honor, description: Sign., document: honor, evidence: [] }

eligibility:
  all:
    - joining
    - home
    - title: Preparation
      any: [training, { title: Work and a degree, all: [work, degree] }]
    - letters
    - any: [guild, course]
    - check
    - age
    - letter
    - samples
    - basic
    - conduct
    - honor-code
`;

const fees = `
fees:
  - id: registration-fee
    kind: registration
    source: article
    title: Registration fee
    description: Once.
    prices: [{ amount: "20.00" }]
    dueWithin: P30D
  - id: application-fee
    kind: application
    source: article
    title: Application fee
    description: For the review.
    prices: [{ amount: "50.00" }, { for: { region: [south] }, amount: "40.00" }]
    dueWithin: P30D
`;

/** Puts a part in the place of what stands between two keys of the file. */
function between(text: string, from: string, to: string, part: string): string {
  const [start, end] = [text.indexOf(`\n${from}`), text.indexOf(`\n${to}`)];
  if (start < 0 || end < start) throw new Error(`The program file has no "${from}" before "${to}".`);
  return `${text.slice(0, start)}${part}${text.slice(end)}`;
}

/** A made-up program that asks for everything that a program can ask for, with regions and a track. */
export const guildText = between(caltText, 'requirements:', 'application:', lists + requirements)
  .replace('\nfees:\n', fees)
  .replace(
    'title: Certified Academic Library Technician\n  validity',
    'title: "Guild Technician: {level}"\n  validity',
  );

/** The program of an edited text. */
export function programOf(text: string): Program {
  const parsed = parseProgram(text, 'programs/guild/program.yaml');
  if (!parsed.ok) throw new Error(`The program file is refused: ${JSON.stringify(parsed.problems)}`);
  return parsed.program;
}

export const guild = programOf(guildText);
