import { defineJob, type Job, type JobPayload, type Schedule } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sealAtTime, sealDueAttempts, sealTask } from './seal.ts';

export const sealJob = ({ inTenant }: Platform): Job =>
  defineJob<JobPayload & { attemptId: string }>(sealTask, ({ organizationId, attemptId }) =>
    inTenant(organizationId, (scope) => sealAtTime(scope, attemptId)),
  );

/** Each attempt has a job of its own; this finds what a moved clock or a lost job left open. */
export const sealSweep = ({ db, inTenant }: Platform): Schedule => ({
  name: 'delivery.seal-due-attempts',
  pattern: '* * * * *',
  run: async () => {
    const organizations = await db.kysely.selectFrom('organization').select('id').execute();
    for (const { id } of organizations) await inTenant(id, sealDueAttempts);
  },
});
