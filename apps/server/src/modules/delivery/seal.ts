import type { Scope } from '../../platform/http/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { recordAudit } from '../audit/index.ts';
import { recordFacts } from '../candidacies/index.ts';
import { attemptSealed } from './events.ts';
import { logIncident } from './incidents.ts';
import { acceptedUntil, isOver, lastAccepted } from './rules/clock.ts';
import { type Attempt, findAttempt, getAttempt } from './store.ts';

export const sealTask = 'delivery.seal-attempt';

// The clocks of the database and of this server may differ a little; the job looks at the time again.
const slackMs = 500;

/** Has the attempt sealed when its time has run out. Jobs run by real time, rehearsals by their own. */
export const scheduleSealing = async ({ trx, organization }: Scope, attemptId: string, endsAt: Date): Promise<void> => {
  const runAt = new Date(acceptedUntil(endsAt).getTime() - organization.clockOffsetMs + slackMs);
  const payload = { organizationId: organization.id, attemptId };
  await enqueue(trx, sealTask, payload, { runAt, key: `${sealTask}:${attemptId}` });
};

/**
 * Seals an attempt that is being worked on: submission and the clock take this one path. Whoever comes second finds it
 * sealed and changes nothing.
 *
 * @returns the attempt as it then is, and whether this call sealed it.
 */
export const sealAttempt = async (
  scope: Scope,
  attemptId: string,
  by: 'candidate' | 'clock',
): Promise<{ readonly attempt: Attempt; readonly sealed: boolean }> => {
  const { trx, organization, now } = scope;
  const updated = await trx
    .updateTable('attempt')
    .set({ status: by === 'clock' ? 'sealed-at-time' : 'sealed', sealed_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', attemptId)
    .where('status', '=', 'working')
    .executeTakeFirst();
  const attempt = await getAttempt(scope, attemptId);
  if (updated.numUpdatedRows === 0n) return { attempt, sealed: false };
  await logMissingEntries(scope, attempt);
  await recordFacts(scope, attempt.candidacyId, [
    {
      kind: 'attempt-sealed',
      data: { assessment: attempt.assessmentId, attempt: attempt.attempt, attemptId, byClock: by === 'clock' },
      by: by === 'clock' ? { kind: 'system' } : { kind: 'candidate', id: attempt.personId },
      once: `attempt-sealed:${attemptId}`,
    },
  ]);
  await attemptSealed.emit(trx, {
    organizationId: organization.id,
    attemptId,
    candidacyId: attempt.candidacyId,
    assessmentId: attempt.assessmentId,
    attempt: attempt.attempt,
  });
  return { attempt, sealed: true };
};

/** A gap in the log means that a device wrote what never arrived: a person has to know. */
const logMissingEntries = async (scope: Scope, { id, lastSeq }: Attempt): Promise<void> => {
  const { received } = await scope.trx
    .selectFrom('response')
    .select((select) => select.fn.countAll<number>().as('received'))
    .where('organization_id', '=', scope.organization.id)
    .where('attempt_id', '=', id)
    .executeTakeFirstOrThrow();
  const missing = lastSeq - Number(received);
  if (missing <= 0) return;
  const note = `${missing} of ${lastSeq} entries were written on a device and never arrived.`;
  await logIncident(scope, { attemptId: id, kind: 'entries-missing', note });
};

/** Seals by the clock if the time has run out. */
const sealIfOver = async (scope: Scope, attemptId: string): Promise<Attempt | undefined> => {
  const found = await findAttempt(scope, attemptId, { lock: true });
  if (found?.status !== 'working' || !isOver(found.endsAt, scope.now)) return undefined;
  return (await sealAttempt(scope, attemptId, 'clock')).attempt;
};

const auditSealing = (scope: Scope, { id, assessmentId, attempt, lastSeq }: Attempt): Promise<void> =>
  recordAudit(scope, {
    action: 'delivery.sealAtTime',
    subject: `attempt:${id}`,
    detail: { assessmentId, attempt, lastSeq },
  });

/** For jobs: one attempt. Where it is too early by this server's clock, it is tried again when it is time. */
export const sealAtTime = async (scope: Scope, attemptId: string): Promise<void> => {
  const sealed = await sealIfOver(scope, attemptId);
  if (sealed) return auditSealing(scope, sealed);
  const found = await findAttempt(scope, attemptId);
  if (found?.status === 'working') await scheduleSealing(scope, attemptId, found.endsAt);
};

const batch = 100;

/** Seals what is over, longest over first. For the sweep, and for rehearsals whose clock was moved. */
export const sealDueAttempts = async (scope: Scope): Promise<number> => {
  const due = await scope.trx
    .selectFrom('attempt')
    .select('id')
    .where('organization_id', '=', scope.organization.id)
    .where('status', '=', 'working')
    .where('ends_at', '<', lastAccepted(scope.now))
    .orderBy('ends_at')
    .limit(batch)
    .execute();
  const sealed: Attempt[] = [];
  for (const { id } of due) {
    const attempt = await sealIfOver(scope, id);
    if (attempt) sealed.push(attempt);
  }
  // The audit chain is locked last, as everywhere: answers of others are written meanwhile.
  for (const attempt of sealed) await auditSealing(scope, attempt);
  return sealed.length;
};
