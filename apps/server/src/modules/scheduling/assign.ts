import type { NextAction, Rated } from '@testamur/program';
import { newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, moveQueueEntry, wasAskedForStatement } from '../candidacies/index.ts';
import { getPerson, listMembersWithRole } from '../identity/index.ts';
import { examinerAssigned } from './events.ts';
import { keyOf, listAssigned } from './panel.ts';
import { findRated, panelSize } from './rules/assessments.ts';
import { conflictOf } from './rules/examiners.ts';
import type { AttemptKey } from './store.ts';

export interface Assignment {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly examinerId: string;
  readonly byPersonId: string;
}

const nothingToRate = () =>
  new Problem(
    'rule-broken',
    'scheduling.nothing-to-rate',
    'Nothing waits to be rated here. A portfolio can be rated once the candidate has submitted it, a session once the candidate is authorized for it.',
  );

/** @throws Problem `scheduling.own-candidacy` or `scheduling.nothing-to-rate`. */
export const loadForPanel = async (scope: Scope, { candidacyId, assessmentId, byPersonId }: Assignment) => {
  // Locked, so that nobody reviews this candidate while they are made their examiner, and no panel gets too large.
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.personId === byPersonId) {
    const message = 'This is your own candidacy: ask another program manager to choose its examiners.';
    throw new Problem('rule-broken', 'scheduling.own-candidacy', message);
  }
  const assessment = findRated(candidacy.program, assessmentId);
  if (!assessment || !isRatable(candidacy, assessment)) throw nothingToRate();
  return { candidacy, assessment };
};

/** From the authorization of a session, or the submission of a portfolio, until the result is released. */
const isRatable = ({ standing }: Candidacy, { id }: Rated): boolean => {
  const asks = ({ kind, subject }: NextAction) =>
    subject === id && (kind === 'assign-examiner' || kind === 'record-session' || kind === 'attend-session');
  const found = standing.assessments.find(({ assessment }) => assessment === id);
  return standing.next.some(asks) || found?.state === 'waiting-for-result';
};

/** Asks an examiner to rate: what a candidate has handed in, or will do in a session. */
export const assignExaminer = async (
  scope: Scope,
  order: Assignment,
): Promise<{ assignmentId: string; attempt: number }> => {
  const { candidacyId, assessmentId, examinerId } = order;
  const { candidacy, assessment } = await loadForPanel(scope, order);
  const examiners = await listMembersWithRole(scope, 'examiner');
  const examiner = examiners.find(({ personId }) => personId === examinerId);
  if (!examiner) {
    throw new Problem('invalid', 'scheduling.not-an-examiner', 'Choose a person who is an examiner here.');
  }
  const { personId: candidateId, facts } = candidacy;
  const { email } = await getPerson(scope.trx, examinerId);
  const conflict =
    conflictOf({ personId: examinerId, candidateId, facts }) ??
    ((await wasAskedForStatement(scope, candidacyId, email))
      ? 'They were asked for a statement on this candidate.'
      : undefined);
  if (conflict !== undefined) {
    const message = `${examiner.name} may not examine this candidate. ${conflict}`;
    throw new Problem('rule-broken', 'scheduling.conflict', message);
  }
  const key = keyOf(candidacy, assessmentId);
  const assigned = await listAssigned(scope, key);
  const size = panelSize(assessment);
  const isOn = assigned.some(({ examinerId: one }) => one === examinerId);
  if (size > 1 && !isOn && assigned.length >= size) {
    const message = `The panel of ${size} is complete. Release one of its examiners first.`;
    throw new Problem('rule-broken', 'scheduling.panel-full', message);
  }
  const assignmentId = await putOnPanel(scope, key, order);
  if (assignmentId === undefined) {
    throw new Problem('conflict', 'scheduling.already-assigned', `${examiner.name} was asked to rate this already.`);
  }
  if (assigned.length + 1 >= size) {
    await moveQueueEntry(scope, candidacyId, assessmentId, { from: 'examiner', to: 'ratings' });
  }
  await examinerAssigned.emit(scope.trx, {
    ...{ organizationId: scope.organization.id, assignmentId, ...key, examinerId },
  });
  return { assignmentId, attempt: key.attempt };
};

/** The unique key decides; who was released before is asked anew. */
const putOnPanel = async (
  { trx, organization, now }: Scope,
  { candidacyId, assessmentId, attempt }: AttemptKey,
  { examinerId, byPersonId }: Assignment,
): Promise<string | undefined> => {
  const written = await trx
    .insertInto('examiner_assignment')
    .values({
      organization_id: organization.id,
      id: newId(),
      candidacy_id: candidacyId,
      assessment_id: assessmentId,
      attempt,
      examiner_id: examinerId,
      assigned_by: byPersonId,
      assigned_at: now,
    })
    .onConflict((clash) =>
      clash
        .columns(['organization_id', 'candidacy_id', 'assessment_id', 'attempt', 'examiner_id'])
        .doUpdateSet({ withdrawn_at: null, withdrawn_by: null, assigned_by: byPersonId, assigned_at: now })
        .where('examiner_assignment.withdrawn_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return written?.id;
};

/** Releases an examiner who cannot rate; another one can then be asked. */
export const releaseExaminer = async (scope: Scope, order: Assignment): Promise<{ attempt: number }> => {
  const { trx, organization, now } = scope;
  const { candidacyId, assessmentId, examinerId, byPersonId } = order;
  const { candidacy, assessment } = await loadForPanel(scope, order);
  const key = keyOf(candidacy, assessmentId);
  const assigned = await listAssigned(scope, key);
  const own = assigned.find((one) => one.examinerId === examinerId);
  if (!own) {
    const message = 'This person was not asked to rate here, or was released already; reload the list.';
    throw new Problem('not-found', 'scheduling.not-assigned', message);
  }
  if (own.hasSubmitted) {
    const message = 'This examiner has submitted a rating, and it counts.';
    throw new Problem('rule-broken', 'scheduling.rating-submitted', message);
  }
  await trx
    .updateTable('examiner_assignment')
    .set({ withdrawn_at: now, withdrawn_by: byPersonId })
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', key.attempt)
    .where('examiner_id', '=', examinerId)
    .execute();
  if (assigned.length - 1 < panelSize(assessment)) {
    await moveQueueEntry(scope, candidacyId, assessmentId, { from: 'ratings', to: 'examiner' });
  }
  return { attempt: key.attempt };
};
