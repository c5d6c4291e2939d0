import { newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, moveQueueEntry } from '../candidacies/index.ts';
import { listMembersWithRole } from '../identity/index.ts';
import { attemptOf } from './authorize.ts';
import { examinerAssigned } from './events.ts';
import { conflictOf, reasonAgainst } from './rules/examiners.ts';
import { type AttemptKey, listAssignedExaminers } from './store.ts';

const keyOf = (candidacy: Candidacy, assessmentId: string): AttemptKey => ({
  candidacyId: candidacy.id,
  assessmentId,
  attempt: attemptOf(candidacy, assessmentId),
});

/** Every examiner of the organization, with how much they have to rate and why they may not rate this. */
export const listExaminers = async (scope: Scope, candidacyId: string, assessmentId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const assignedIds = await listAssignedExaminers(scope, keyOf(candidacy, assessmentId));
  const people = await listMembersWithRole(scope, 'examiner');
  const open = await countOpenRatings(scope);
  const { personId: candidateId, facts } = candidacy;
  return people.map(({ personId, name }) => {
    const conflict = reasonAgainst({ personId, candidateId, facts, assignedIds });
    const openRatings = open.get(personId) ?? 0;
    return { personId, name, openRatings, ...(conflict === undefined ? {} : { conflict }) };
  });
};

/** Read off the ratings themselves: a number beside a name, on which nothing rests. */
const countOpenRatings = async ({ trx, organization }: Scope): Promise<ReadonlyMap<string, number>> => {
  const rows = await trx
    .selectFrom('rating')
    .select((select) => ['examiner_id', select.fn.countAll<number>().as('open')])
    .where('organization_id', '=', organization.id)
    .where('submitted_at', 'is', null)
    .groupBy('examiner_id')
    .execute();
  return new Map(rows.map(({ examiner_id, open }) => [examiner_id, Number(open)]));
};

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
    'Nothing waits to be rated here. A portfolio can be rated once the candidate has submitted it.',
  );

/** Asks an examiner to rate the attempt that waits for its result. */
export const assignExaminer = async (
  scope: Scope,
  { candidacyId, assessmentId, examinerId, byPersonId }: Assignment,
): Promise<{ assignmentId: string; attempt: number }> => {
  const { trx, organization, now } = scope;
  // Locked, so that nobody reviews this candidate while they are made their examiner.
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.personId === byPersonId) {
    const message = 'This is your own candidacy: ask another program manager to choose its examiner.';
    throw new Problem('rule-broken', 'scheduling.own-candidacy', message);
  }
  const asked = candidacy.standing.next.some(
    ({ kind, subject }) => kind === 'assign-examiner' && subject === assessmentId,
  );
  if (!asked) throw nothingToRate();
  const examiners = await listMembersWithRole(scope, 'examiner');
  const examiner = examiners.find(({ personId }) => personId === examinerId);
  if (!examiner) {
    throw new Problem('invalid', 'scheduling.not-an-examiner', 'Choose a person who is an examiner here.');
  }
  const { personId: candidateId, facts } = candidacy;
  const conflict = conflictOf({ personId: examinerId, candidateId, facts });
  if (conflict !== undefined) {
    throw new Problem(
      'rule-broken',
      'scheduling.conflict',
      `${examiner.name} may not examine this candidate. ${conflict}`,
    );
  }
  const { attempt } = keyOf(candidacy, assessmentId);
  const assignmentId = newId();
  const inserted = await trx
    .insertInto('examiner_assignment')
    .values({
      organization_id: organization.id,
      id: assignmentId,
      candidacy_id: candidacyId,
      assessment_id: assessmentId,
      attempt,
      examiner_id: examinerId,
      assigned_by: byPersonId,
      assigned_at: now,
    })
    .onConflict((clash) =>
      clash.columns(['organization_id', 'candidacy_id', 'assessment_id', 'attempt', 'examiner_id']).doNothing(),
    )
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    throw new Problem('conflict', 'scheduling.already-assigned', `${examiner.name} was asked to rate this already.`);
  }
  await moveQueueEntry(scope, candidacyId, assessmentId, { from: 'examiner', to: 'ratings' });
  await examinerAssigned.emit(trx, {
    organizationId: organization.id,
    assignmentId,
    candidacyId,
    assessmentId,
    attempt,
    examinerId,
  });
  return { assignmentId, attempt };
};

/** Everyone who was ever asked to rate this candidate. */
export const listExaminersAsked = async (
  { trx, organization }: Scope,
  candidacyId: string,
): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('examiner_assignment')
    .select('examiner_id')
    .distinct()
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .execute();
  return rows.map((row) => row.examiner_id);
};
