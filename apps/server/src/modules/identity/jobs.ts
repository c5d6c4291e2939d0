import { sql } from 'kysely';
import type { Schedule } from '../../platform/jobs/index.ts';
import type { Auth } from './auth/create-auth.ts';
import { withinMinutes } from './auth/throttle.ts';

/** What has no use any more: sessions and links that expired, tries that no longer count. */
export const tidyUp = async ({ db }: Auth): Promise<void> => {
  const now = sql<Date>`now()`;
  await db.kysely.deleteFrom('session').where('expires_at', '<', now).execute();
  await db.kysely.deleteFrom('verification').where('expires_at', '<', now).execute();
  await db.kysely
    .deleteFrom('sign_in_failure')
    .where('at', '<', sql<Date>`now() - make_interval(mins => ${withinMinutes})`)
    .execute();
};

export const tidyUpDaily = (auth: Auth): Schedule => ({
  name: 'identity.tidy-up',
  pattern: '23 3 * * *',
  run: () => tidyUp(auth),
});
