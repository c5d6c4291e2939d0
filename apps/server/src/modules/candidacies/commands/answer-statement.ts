import { Problem } from '../../../kernel/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { getPerson } from '../../identity/index.ts';
import { recordFactsOn } from '../facts.ts';
import type { NewFact } from '../rules/drafts.ts';
import { type Answers, findAttestationProblems, findFormProblems } from '../rules/statement-form.ts';
import { type Asking, findAsking, findStatement } from '../rules/statement-requests.ts';
import { findTraining, relationLabel } from '../rules/statement-words.ts';
import { type AtLink, linkInvalid } from '../statement-links.ts';
import { keepStatement, listStatementRequests, type StatementRequest } from '../statements.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { closingKey } from './ask-for-statement.ts';

interface Opened {
  readonly candidacy: Candidacy;
  readonly request: StatementRequest;
  readonly requirement: Asking;
  readonly until: string;
}

/** What a link stands for, while it works. */
const open = async (
  { scope, requestId, candidacyId }: AtLink,
  viewer: Viewer | undefined,
  options: { readonly lock: boolean },
): Promise<Opened> => {
  const candidacy = await loadCandidacy(scope, candidacyId, options);
  const { standing, program, personId } = candidacy;
  const request = (await listStatementRequests(scope, candidacyId)).find(({ id }) => id === requestId);
  const requirement = request && findAsking(program, request.requirement);
  const statement = findStatement(standing, requestId);
  if (!request || !requirement || standing.final || statement?.state !== 'waiting') throw linkInvalid();
  if (viewer?.personId === personId) {
    const message = 'This statement is about yourself. The person who was asked has to give it.';
    throw new Problem('forbidden', 'candidacies.own-candidacy', message);
  }
  return { candidacy, request, requirement, until: statement.until };
};

const aboutOf = ({ candidacy, request, requirement }: Opened) => {
  if (requirement.kind === 'references') {
    const relation = relationLabel(requirement, request.relation) ?? '';
    return { kind: 'references' as const, relation, form: requirement.form.map((entry) => ({ ...entry })) };
  }
  const training = findTraining(candidacy, requirement.id);
  // A request about a training rests on a claim; one without it was never made.
  if (!training) throw linkInvalid();
  return { kind: 'training' as const, ...training };
};

/** What the person who was asked has to know. */
export const getStatementRequest = async (at: AtLink, viewer: Viewer | undefined) => {
  const opened = await open(at, viewer, { lock: false });
  const { candidacy, request, requirement, until } = opened;
  const { program } = candidacy;
  const { name: candidateName } = await getPerson(at.scope.trx, candidacy.personId);
  return {
    organizationName: at.scope.organization.name,
    demonstration: at.scope.organization.kind !== 'live',
    programTitle: program.title,
    abbreviation: program.abbreviation,
    notice: program.notice.text,
    language: program.language,
    candidateName,
    name: request.name,
    requirementTitle: requirement.title,
    description: requirement.description,
    until,
    about: aboutOf(opened),
  };
};

export interface Statement {
  readonly confirmed: boolean;
  readonly signedName: string;
  readonly answers: Answers;
  readonly completedOn?: string | undefined;
  readonly remark?: string | undefined;
}

const refuseIncomplete = (requirement: Asking, statement: Statement, today: string): void => {
  const fields =
    requirement.kind === 'references'
      ? findFormProblems(requirement, statement.answers)
      : findAttestationProblems(statement, statement.answers, today);
  if (fields.length === 0) return;
  const message = 'The statement is not complete yet. See what is missing below.';
  throw new Problem('invalid', 'candidacies.statement-incomplete', message, fields);
};

/** The fact names the request and nobody; the lock lets one answer go first, and its key makes sure of it. */
const close = async (at: AtLink, { candidacy }: Opened, fact: NewFact, action: string): Promise<void> => {
  const { recorded } = await recordFactsOn(at.scope, candidacy, [{ ...fact, once: closingKey(at.requestId) }]);
  if (recorded[0] !== true) throw linkInvalid();
  const subject = `candidacy:${at.candidacyId}`;
  await recordAudit(at.scope, { action, subject, detail: { requestId: at.requestId } });
};

export const giveStatement = async (at: AtLink, viewer: Viewer | undefined, statement: Statement): Promise<void> => {
  const opened = await open(at, viewer, { lock: true });
  const { request, requirement } = opened;
  refuseIncomplete(requirement, statement, at.scope.now.toISOString().slice(0, 10));
  const { confirmed, signedName, answers, completedOn, remark } = statement;
  const isTraining = requirement.kind === 'training';
  await keepStatement(at.scope, request.id, {
    at: opened.candidacy.at,
    signedName,
    answers,
    ...(isTraining && confirmed && completedOn !== undefined ? { completedOn } : {}),
    ...(isTraining && !confirmed && remark !== undefined ? { remark } : {}),
  });
  const data = { requirement: requirement.id, requestId: request.id, confirmed };
  const by = { kind: 'third-party', id: request.id } as const;
  await close(at, opened, { kind: 'statement-given', data, by }, 'candidacies.giveStatement');
};

export const declineStatement = async (at: AtLink, viewer: Viewer | undefined): Promise<void> => {
  const opened = await open(at, viewer, { lock: true });
  const data = { requirement: opened.requirement.id, requestId: opened.request.id };
  const by = { kind: 'third-party', id: opened.request.id } as const;
  await close(at, opened, { kind: 'statement-declined', data, by }, 'candidacies.declineStatement');
};
