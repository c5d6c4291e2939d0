import { minuteMs } from '../../../kernel/index.ts';
import { defineJob, type Job, type Schedule } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { advanceIssuance } from './advance.ts';
import { enqueueIssuance, type IssuancePayload, issueTask, listStalled } from './store.ts';

const patienceMs = 2 * minuteMs;

export const issuanceJobs = (platform: Platform): readonly Job[] => [
  defineJob<IssuancePayload>(issueTask, (payload) => advanceIssuance(platform, payload)),
];

/** Every five minutes, what stands still though its time has come: no credential is lost with the job that made it. */
export const issuanceSchedules = ({ db, inTenant, clock, log }: Platform): readonly Schedule[] => [
  {
    name: 'credentialing.resume-issuances',
    pattern: '*/5 * * * *',
    run: async () => {
      const before = new Date(clock(undefined).getTime() - patienceMs);
      const organizations = await db.kysely
        .selectFrom('organization')
        .select('id')
        .where('kind', '!=', 'platform')
        .execute();
      for (const { id } of organizations) {
        const stalled = await inTenant(id, async (scope) => {
          const ids = await listStalled(scope, before);
          for (const credentialId of ids) await enqueueIssuance(scope, credentialId);
          return ids.length;
        });
        if (stalled > 0) log.warn({ organizationId: id, stalled }, 'Credentials stood still and are taken up again.');
      }
    },
  },
];
