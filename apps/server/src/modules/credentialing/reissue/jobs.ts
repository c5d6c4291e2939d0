import { minuteMs } from '../../../kernel/index.ts';
import { defineJob, type Job, type Schedule, type Subscription, subscribe } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { issuerKeyCompromised } from '../../issuers/index.ts';
import { beginReissue } from './begin.ts';
import { runChunk } from './chunk.ts';
import { enqueueChunk, listSilent, type ReissuePayload, reissueTask } from './store.ts';

const patienceMs = 3 * minuteMs;

export const reissueJobs = (platform: Platform): readonly Job[] => [
  defineJob<ReissuePayload>(reissueTask, (payload) => runChunk(platform, payload)),
];

/** A key that others may hold: all that it signed is withdrawn at once and issued again in the background. */
export const reissueSubscriptions = ({ inTenant }: Platform): readonly Subscription[] => [
  subscribe(issuerKeyCompromised, 'credentialing.begin-reissue', async ({ organizationId, keyId }) => {
    await inTenant(organizationId, (scope) => beginReissue(scope, { keyId }));
  }),
];

/** Every five minutes, runs that go on and that nothing is heard of: their job went with the process that ran it. */
export const reissueSchedules = ({ db, inTenant, clock }: Platform): readonly Schedule[] => [
  {
    name: 'credentialing.resume-reissues',
    pattern: '*/5 * * * *',
    run: async () => {
      const before = new Date(clock(undefined).getTime() - patienceMs);
      const organizations = await db.kysely
        .selectFrom('organization')
        .select('id')
        .where('kind', '!=', 'platform')
        .execute();
      for (const { id } of organizations) {
        await inTenant(id, async (scope) => {
          for (const reissueId of await listSilent(scope, before)) await enqueueChunk(scope, reissueId);
        });
      }
    },
  },
];
