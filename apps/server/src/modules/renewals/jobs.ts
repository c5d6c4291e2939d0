import type { Trx } from '../../platform/db/index.ts';
import { defineJob, enqueue, type Job, type JobPayload, type Schedule } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { remindOrganization } from './remind.ts';

const remindTask = 'renewals.remind-organization';

/** Has everyone reminded who should be by now: each hour, and where a rehearsal's clock was moved. */
export const enqueueReminders = (trx: Trx, organizationId: string): Promise<void> =>
  enqueue(trx, remindTask, { organizationId }, { queue: `${remindTask}:${organizationId}` });

export const remindJob = ({ inTenant, config }: Platform): Job =>
  defineJob<JobPayload>(remindTask, async ({ organizationId }) => {
    await inTenant(organizationId, (scope) => remindOrganization(scope, config.PUBLIC_URL));
  });

/** A job an organization, so that one's trouble keeps no other waiting. */
export const remindHourly = ({ db }: Platform): Schedule => ({
  name: 'renewals.remind',
  pattern: '17 * * * *',
  run: () =>
    db.system(async (trx) => {
      const organizations = await trx.selectFrom('organization').select('id').where('kind', '!=', 'platform').execute();
      for (const { id } of organizations) await enqueueReminders(trx, id);
    }),
});
