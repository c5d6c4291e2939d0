import { newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { findFormWait, findTestAuthorization, findUnseenForm, type TestAuthorization } from '../scheduling/index.ts';
import { attemptOf, examOf } from './candidacy.ts';
import { requireDurableDatabase } from './durability.ts';
import { grantedMs } from './rules/clock.ts';
import { noFormReason, type Readiness, readinessOf } from './rules/readiness.ts';
import { scheduleSealing } from './seal.ts';
import { type Attempt, findAttemptByNumber } from './store.ts';

export interface ExamState {
  readonly attempt: number;
  readonly authorization: TestAuthorization | undefined;
  /** The row of this attempt, if it was begun. */
  readonly row: Attempt | undefined;
  readonly readiness: Readiness;
}

/** How the exam of a candidacy stands: what is authorized, what was begun, whether it may begin. */
export const examState = async (scope: Scope, candidacy: Candidacy, assessmentId: string): Promise<ExamState> => {
  const key = { candidacyId: candidacy.id, assessmentId, attempt: attemptOf(candidacy, assessmentId) };
  const authorization = await findTestAuthorization(scope, key);
  const row = await findAttemptByNumber(scope, key);
  const { standing } = candidacy;
  const { now } = scope;
  const waitsForForm = (await findFormWait(scope, candidacy.id, assessmentId)) !== undefined;
  const readiness = readinessOf({ standing, assessmentId, now, authorization, status: row?.status, waitsForForm });
  return { attempt: key.attempt, authorization, row, readiness };
};

export interface Begun {
  readonly attemptId: string;
  /** False where the attempt was under way already. */
  readonly created: boolean;
}

/**
 * Begins the exam: the clock starts. Beginning it twice, on however many devices, gives the one attempt.
 *
 * @throws Problem with the codes of the contract.
 */
export const beginAttempt = async (scope: Scope, candidacyId: string, assessmentId: string): Promise<Begun> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const exam = examOf(candidacy, assessmentId);
  const { attempt, authorization, row, readiness } = await examState(scope, candidacy, assessmentId);
  if (row?.status === 'working') return { attemptId: row.id, created: false };
  if (!readiness.ready) throw new Problem('rule-broken', `delivery.${readiness.code}`, readiness.reason);
  await requireNoSightOfItems(scope, candidacy.personId);
  await requireDurableDatabase(scope);
  const formId = await findUnseenForm(scope, candidacy, assessmentId, attempt);
  if (formId === undefined) throw new Problem('rule-broken', 'delivery.no-form', noFormReason);
  const granted = grantedMs(authorization?.minutes ?? exam.timeLimitMinutes, candidacy.standing.timeMultiplier);
  const begun = await insertAttempt(scope, candidacy, { assessmentId, attempt, formId, granted });
  if (begun.created) {
    await recordFacts(scope, candidacyId, [
      {
        kind: 'attempt-begun',
        data: { assessment: assessmentId, attempt, attemptId: begun.attemptId },
        by: { kind: 'candidate', id: candidacy.personId },
        once: `attempt-begun:${begun.attemptId}`,
      },
    ]);
    await scheduleSealing(scope, begun.attemptId, new Date(scope.now.getTime() + granted));
  }
  return begun;
};

/** Roles that open the item bank, keys included. */
const rolesThatSeeItems = ['psychometrician', 'auditor'];

/** Who can read the keys does not sit the exam (ISO/IEC 17024, 7.4). */
const requireNoSightOfItems = async (scope: Scope, personId: string): Promise<void> => {
  const member = await scope.trx
    .selectFrom('membership')
    .select('roles')
    .where('organization_id', '=', scope.organization.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!member?.roles.some((role) => rolesThatSeeItems.includes(role))) return;
  throw new Problem(
    'rule-broken',
    'delivery.sees-items',
    'Your role in this organization opens the item bank. Whoever can see the keys cannot sit the exam here.',
  );
};

interface NewAttempt {
  readonly assessmentId: string;
  readonly attempt: number;
  readonly formId: string;
  readonly granted: number;
}

/** The unique key of attempts that count decides which of two beginnings is the one. */
const insertAttempt = async (scope: Scope, candidacy: Candidacy, attempt: NewAttempt): Promise<Begun> => {
  const { trx, organization, now } = scope;
  const id = newId();
  const key = { candidacyId: candidacy.id, assessmentId: attempt.assessmentId, attempt: attempt.attempt };
  const inserted = await trx
    .insertInto('attempt')
    .values({
      organization_id: organization.id,
      id,
      candidacy_id: candidacy.id,
      person_id: candidacy.personId,
      assessment_id: attempt.assessmentId,
      attempt: attempt.attempt,
      form_id: attempt.formId,
      begun_at: now,
      granted_ms: attempt.granted,
      ends_at: new Date(now.getTime() + attempt.granted),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const first = await findAttemptByNumber(scope, key);
    if (!first) throw new Error('An attempt that stood in the way of another cannot be found.');
    return { attemptId: first.id, created: false };
  }
  await trx
    .insertInto('locator')
    .values({ id, kind: 'attempt', organization_id: organization.id, person_id: candidacy.personId })
    .execute();
  return { attemptId: id, created: true };
};
