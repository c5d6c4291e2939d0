import { dayMs } from '../../kernel/index.ts';
import type { Schedule } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** Every hour, what has ended: used nonces at once, offers after a day. What was delivered is kept. */
export const walletSchedules = ({ db, inTenant, clock, log }: Platform): readonly Schedule[] => [
  {
    name: 'wallets.forget-offers',
    pattern: '23 * * * *',
    run: async () => {
      const now = clock(undefined);
      const organizations = await db.kysely
        .selectFrom('organization')
        .select('id')
        .where('kind', '!=', 'platform')
        .execute();
      for (const { id } of organizations) {
        try {
          await inTenant(id, async ({ trx }) => {
            await trx
              .deleteFrom('wallet_nonce')
              .where('organization_id', '=', id)
              .where('expires_at', '<', now)
              .execute();
            await trx
              .deleteFrom('wallet_offer')
              .where('organization_id', '=', id)
              .where('expires_at', '<', new Date(now.getTime() - dayMs))
              .execute();
          });
        } catch (error) {
          log.error({ err: error, organizationId: id }, 'The wallet offers of an organization were not swept.');
        }
      }
    },
  },
];
