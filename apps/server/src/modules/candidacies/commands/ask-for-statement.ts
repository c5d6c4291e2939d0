import { type Standing, statementTerms } from '@testamur/program';
import { dayMs, newId, Problem } from '../../../kernel/index.ts';
import type { Scope, Viewer } from '../../../platform/http/index.ts';
import { mayLeave } from '../../notifications/index.ts';
import { recordFactsOn } from '../facts.ts';
import {
  type Asking,
  askingHeldBy,
  blocksAddress,
  findAsking,
  findStatement,
  mailboxOf,
  mostRequestsADay,
} from '../rules/statement-requests.ts';
import { countRequestsSince, insertRequest, listStatementRequests, type StatementRequest } from '../statements.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { emailNotVerified, notEditable, refuseOver } from './refusals.ts';
import { sendStatementMail } from './statement-mail.ts';

export interface Asked {
  readonly requirement: string;
  readonly name: string;
  readonly email: string;
  readonly relation?: string | undefined;
}

const ofField = (kind: 'invalid' | 'conflict', code: `candidacies.${string}`, path: string, message: string) =>
  new Problem(kind, code, message, [{ path, message }]);

const getAsking = ({ program }: Candidacy, id: string): Asking => {
  const requirement = findAsking(program, id);
  if (requirement) return requirement;
  const known = program.requirements.filter((one) => findAsking(program, one.id)).map((one) => one.id);
  const message =
    known.length === 0
      ? 'This program asks nobody for statements.'
      : `Statements are asked for these requirements: ${known.join(', ')}.`;
  throw ofField('invalid', 'candidacies.no-such-statement', 'requirement', message);
};

const refuseRelation = (requirement: Asking, relation: string | undefined): void => {
  if (requirement.kind === 'training') {
    if (relation === undefined) return;
    const message = 'A provider has no relation to the candidate: leave it out.';
    throw ofField('invalid', 'candidacies.no-such-relation', 'relation', message);
  }
  if (requirement.relations.some(({ id }) => id === relation)) return;
  const known = requirement.relations.map(({ id, label }) => `${id} (${label})`).join(', ');
  throw ofField('invalid', 'candidacies.no-such-relation', 'relation', `Choose how they know you: ${known}.`);
};

const refuseAddress = async (
  scope: Scope,
  viewer: Viewer,
  { id, standing }: Candidacy,
  requirement: Asking,
  email: string,
): Promise<void> => {
  if (mailboxOf(email) === mailboxOf(viewer.email)) {
    const message = 'This is your own address. Nobody can make a statement about themselves.';
    throw ofField('invalid', 'candidacies.own-address', 'email', message);
  }
  if (scope.organization.kind === 'rehearsal' && mayLeave('live', email)) {
    const message = 'In a rehearsal nobody real is written to. Give an address at example.com.';
    throw ofField('invalid', 'candidacies.address-refused', 'email', message);
  }
  const before = (await listStatementRequests(scope, id)).findLast(
    (request) => request.requirement === requirement.id && mailboxOf(request.email) === mailboxOf(email),
  );
  if (!before || !blocksAddress(requirement, findStatement(standing, before.id)?.state)) return;
  const message = `${before.name} was asked already at this address. Name somebody else.`;
  throw ofField('conflict', 'candidacies.already-asked', 'email', message);
};

const refuseTooMany = async (scope: Scope, { personId }: Candidacy): Promise<void> => {
  const aDayAgo = new Date(scope.now.getTime() - dayMs);
  if ((await countRequestsSince(scope, personId, aDayAgo)) < mostRequestsADay) return;
  const message = `You have asked ${mostRequestsADay} people within a day. Wait until tomorrow.`;
  throw new Problem('rule-broken', 'candidacies.too-many-requests', message);
};

/** Writes to a referee or a provider, with a link that is theirs alone. */
export const requestStatement = async (
  scope: Scope,
  publicUrl: string,
  viewer: Viewer,
  candidacyId: string,
  { requirement: requirementId, name, email, relation }: Asked,
): Promise<{ readonly requestId: string; readonly standing: Standing }> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const requirement = getAsking(candidacy, requirementId);
  refuseRelation(requirement, relation);
  if (!viewer.emailVerified) throw emailNotVerified('we write to others in your name.');
  const heldBy =
    askingHeldBy(candidacy.program, requirement, candidacy.standing, candidacy.facts) ??
    claimMissing(candidacy, requirement);
  if (heldBy !== undefined) throw notEditable(heldBy);
  await refuseAddress(scope, viewer, candidacy, requirement, email);
  await refuseTooMany(scope, candidacy);
  const id = newId(candidacy.at.getTime());
  await insertRequest(scope, { id, candidacyId, requirement: requirementId, name, email, relation });
  const { until } = statementTerms(candidacy.program, candidacy.standing, requirementId);
  const data = { requirement: requirementId, requestId: id, until, ...(relation === undefined ? {} : { relation }) };
  const by = { kind: 'candidate', id: candidacy.personId } as const;
  const { standing } = await recordFactsOn(scope, candidacy, [{ kind: 'statement-requested', data, by }]);
  const request = { id, name, email, ...(relation === undefined ? {} : { relation }) };
  const sending = { candidacy, requirement, request, until, occasion: 'request', isReminder: false };
  await sendStatementMail(scope, publicUrl, { ...sending, actingFor: viewer.personId });
  return { requestId: id, standing };
};

const claimMissing = ({ facts }: Candidacy, { kind, id, title }: Asking): string | undefined => {
  const isStated = facts.some((fact) => fact.kind === 'requirement-declared' && fact.data.requirement === id);
  return kind === 'references' || isStated ? undefined : `State first which training it is: "${title}".`;
};

/** A request of this candidacy that nobody has answered yet. */
export const getOpenRequest = async (
  scope: Scope,
  { id: candidacyId, standing, program }: Candidacy,
  requestId: string,
): Promise<{ request: StatementRequest; statement: Standing['statements'][number]; requirement: Asking }> => {
  const request = (await listStatementRequests(scope, candidacyId)).find(({ id }) => id === requestId);
  const statement = findStatement(standing, requestId);
  const requirement = request && findAsking(program, request.requirement);
  if (!request || !statement || !requirement) {
    throw new Problem('not-found', 'candidacies.no-such-statement', 'There is no such request in this candidacy.');
  }
  if (statement.state === 'waiting') return { request, statement, requirement };
  const became = {
    given: 'has given the statement already',
    declined: 'has declined already',
    withdrawn: 'is asked no longer: you took the request back',
    expired: 'did not answer in time; the link has expired',
  }[statement.state];
  throw new Problem('conflict', 'candidacies.statement-closed', `${request.name} ${became}.`);
};

export const withdrawStatement = async (scope: Scope, candidacyId: string, requestId: string): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { request } = await getOpenRequest(scope, candidacy, requestId);
  const data = { requirement: request.requirement, requestId };
  const by = { kind: 'candidate', id: candidacy.personId } as const;
  const once = closingKey(requestId);
  return (await recordFactsOn(scope, candidacy, [{ kind: 'statement-withdrawn', data, by, once }])).standing;
};

/** A request comes to one end, whatever races. */
export const closingKey = (requestId: string): string => `statement-closed:${requestId}`;
