import type { Claim, FactData, FactKind, Instant } from '../facts.ts';
import { findRequirement } from '../lookup.ts';
import type { Program, Requirement } from '../schema/program.ts';
import { statementTerms } from '../standing/asking.ts';
import type { NextAction, Standing } from '../standing/types.ts';
import { associate, signed, twoYears } from './facts.ts';

type Draft = { [K in FactKind]: { kind: K; data: FactData[K] } }[FactKind];

const draft = <K extends FactKind>(kind: K, data: FactData[K]): Draft => ({ kind, data }) as Draft;

function workFor(requirement: Requirement, luck: number, at: Instant): Claim {
  if (twoYears.kind !== 'experience') return twoYears;
  const [job] = twoYears.entries;
  if (job === undefined || luck < 60) {
    const role = requirement.kind === 'experience' && requirement.ofWhich !== undefined ? { role: 'librarian' } : {};
    return { ...twoYears, entries: twoYears.entries.map((entry) => ({ ...entry, ...role })) };
  }
  const { to: _, ...goingOn } = job;
  const from = luck < 80 ? '2020-05-01' : `${at.slice(0, 4)}-01-01`;
  return { kind: 'experience', entries: [{ ...goingOn, from, fullTimePercent: luck }, job] };
}

function degreeFor(requirement: Requirement, luck: number): Claim {
  if (luck >= 90 || associate.kind !== 'education') return { kind: 'education', entries: [] };
  if (requirement.kind !== 'education' || requirement.accreditedBy === undefined) return associate;
  const fitting = { level: requirement.minimumLevel, fieldId: 'library-science', accreditedBy: 'board' };
  return { kind: 'education', entries: associate.entries.map((entry) => ({ ...entry, ...fitting })) };
}

function paper(at: Instant, index: number) {
  return { id: `paper-${index}`, title: `Paper ${index}`, issuedOn: at.slice(0, 10), fileIds: [] };
}

/** What a candidate states, most often something that suffices; undefined where nothing is stated but done. */
function claimFor(requirement: Requirement, luck: number, at: Instant): Claim | undefined {
  switch (requirement.kind) {
    case 'experience':
      return workFor(requirement, luck, at);
    case 'education':
      return degreeFor(requirement, luck);
    case 'attestation':
      return requirement.document === 'code-of-conduct' ? signed : ({ ...signed, documentVersion: '7' } as Claim);
    case 'training':
      return { kind: 'training', trainingProgram: requirement.programs[0] ?? '', completedOn: '2025-06-30' };
    case 'background-check':
      return { kind: 'background-check', signedName: 'Ana Rivera' };
    case 'course': {
      const hours = luck < 80 ? (requirement.hours ?? 1) : 1;
      const when = { completedOn: at.slice(0, 10), fileIds: [] };
      return {
        kind: 'course',
        entries: [{ id: 'course-1', title: 'Ethics', provider: 'Hill College', hours, ...when }],
      };
    }
    case 'document':
      return { kind: 'document', entries: [paper(at, 1)] };
    case 'work-samples':
      return { kind: 'work-samples', entries: [paper(at, 1), paper(at, 2)].slice(0, luck < 80 ? 2 : 1) };
    case 'age':
      return { kind: 'age', bornOn: luck < 90 ? '1990-02-28' : '2015-02-28' };
    case 'credential':
      return { kind: 'credential', credential: requirement.credentials[0] ?? '', number: '17', fileIds: [] };
    case 'registration':
      return { kind: 'registration' };
    case 'references':
    case 'membership':
    case 'jurisdiction':
      return undefined;
  }
}

function declareRegion(program: Program, luck: number): readonly Draft[] {
  const region = program.regions?.[luck % 2]?.id;
  return region === undefined ? [] : [draft('region-declared', { region })];
}

function giving({ statements }: Standing, subject: string, luck: number): readonly Draft[] {
  const waiting = statements.find(({ requirement, state }) => requirement === subject && state === 'waiting');
  if (waiting === undefined) return [];
  const { requirement, requestId } = waiting;
  const turn = luck % 10;
  if (turn < 8) return [draft('statement-given', { requirement, requestId, confirmed: turn < 7 })];
  return [draft(turn === 8 ? 'statement-declined' : 'statement-withdrawn', { requirement, requestId })];
}

/** What candidates, referees and reviewers do about an application; undefined for actions of later steps. */
export function apply(
  program: Program,
  standing: Standing,
  action: NextAction,
  luck: number,
): readonly Draft[] | undefined {
  const { at, statements } = standing;
  const { kind, subject = '' } = action;
  const requirement = findRequirement(program, subject);
  if (kind === 'choose-region') return declareRegion(program, luck);
  if (kind === 'submit-application') return [draft('application-submitted', {})];
  if (requirement === undefined) return undefined;
  if (kind === 'complete-requirement') {
    if (requirement.kind === 'jurisdiction') return declareRegion(program, luck);
    if (requirement.kind === 'membership') {
      return [draft('membership-claimed', { payerClass: requirement.payerClass, memberNumber: '1' })];
    }
    const claim = claimFor(requirement, luck, at);
    return claim === undefined ? [] : [draft('requirement-declared', { requirement: subject, claim })];
  }
  if (kind === 'request-statement') {
    const { until } = statementTerms(program, standing, subject);
    const relation = requirement.kind === 'references' ? { relation: requirement.relations[0]?.id ?? '' } : {};
    return [draft('statement-requested', { requirement: subject, requestId: `${at}-${luck}`, ...relation, until })];
  }
  if (kind === 'give-statement') return giving(standing, subject, luck);
  if (kind !== 'review-requirement') return undefined;
  const verdict = luck < 75 ? 'accepted' : luck < 96 ? 'more-needed' : 'not-accepted';
  const given = statements.filter((one) => one.requirement === subject && one.state === 'given');
  const some = requirement.kind === 'references' ? given.slice(0, 1).map(({ requestId }) => requestId) : ['job-1'];
  const entryIds = luck % 7 === 0 ? { entryIds: some } : {};
  return [draft('requirement-judged', { requirement: subject, verdict, reason: 'Looked at.', ...entryIds })];
}
