import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { keepFormWait } from '../scheduling/index.ts';
import { examOf } from './candidacy.ts';
import { getPreparedForm, viewsFor } from './form-cache.ts';
import { logIncident } from './incidents.ts';
import { attemptOver } from './refusals.ts';
import { isOver } from './rules/clock.ts';
import { type Attempt, getAttempt, readAnswers } from './store.ts';

export const clockOf = ({ endsAt, status }: Pick<Attempt, 'endsAt' | 'status'>, now: Date) => ({
  serverNow: now.toISOString(),
  endsAt: endsAt.toISOString(),
  status,
});

/** Opens the exam on a device, which from now on is the one that writes. */
export const openAttempt = async (
  scope: Scope,
  { attemptId, deviceId, candidateName }: { attemptId: string; deviceId: string; candidateName: string },
) => {
  const { trx, organization, now } = scope;
  const attempt = await getAttempt(scope, attemptId, { lock: true });
  if (attempt.status !== 'working' || isOver(attempt.endsAt, now)) throw attemptOver(attempt.status);
  if (attempt.deviceId !== deviceId) {
    await trx
      .updateTable('attempt')
      .set({ device_id: deviceId })
      .where('organization_id', '=', organization.id)
      .where('id', '=', attemptId)
      .execute();
  }
  if (attempt.deviceId !== undefined && attempt.deviceId !== deviceId) {
    const note = `Opened on another device after entry ${attempt.lastSeq}.`;
    await logIncident(scope, { attemptId, kind: 'second-device', note });
  }
  const candidacy = await loadCandidacy(scope, attempt.candidacyId);
  const form = await getPreparedForm(scope, attempt.formId);
  const { responses, flags } = await readAnswers(scope, attemptId);
  return {
    ...clockOf(attempt, now),
    candidateName,
    title: examOf(candidacy, attempt.assessmentId).title,
    nextSeq: attempt.lastSeq + 1,
    items: viewsFor(form, attemptId),
    responses: Object.fromEntries(responses),
    flags: [...flags],
  };
};

export interface Cancellation {
  readonly attemptId: string;
  readonly byPersonId: string;
  readonly publicUrl: string;
}

/** For a program manager, never in one's own exam. Where no form is left to begin anew on, those concerned are told. */
export const cancelAttempt = async (
  scope: Scope,
  { attemptId, byPersonId, publicUrl }: Cancellation,
): Promise<Attempt> => {
  const { trx, organization } = scope;
  const attempt = await getAttempt(scope, attemptId, { lock: true });
  if (attempt.personId === byPersonId) {
    const message = 'This is your own exam: ask another program manager to look at it.';
    throw new Problem('rule-broken', 'delivery.own-attempt', message);
  }
  const updated = await trx
    .updateTable('attempt')
    .set({ status: 'canceled' })
    .where('organization_id', '=', organization.id)
    .where('id', '=', attemptId)
    .where('status', '=', 'working')
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw attemptOver(attempt.status);
  await logIncident(scope, { attemptId, kind: 'canceled', note: 'Canceled by a program manager.' });
  const candidacy = await loadCandidacy(scope, attempt.candidacyId, { lock: true });
  await keepFormWait(scope, { candidacy, exam: examOf(candidacy, attempt.assessmentId), publicUrl });
  return attempt;
};
