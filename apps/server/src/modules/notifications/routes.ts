import { Problem } from '../../kernel/index.ts';
import { bind, enterTenant, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { notificationsContract } from './contract.ts';
import { findPlatformOrganization, listMessagesOf, listMessagesTo } from './queries.ts';

export interface Outbox extends Pick<Platform, 'plumbing'> {
  readonly config: Pick<Platform['config'], 'SMTP_URL'>;
}

const closed = () =>
  new Problem(
    'forbidden',
    'notifications.outbox-closed',
    'Account mail holds sign-in links. It is shown only where no mail server is configured (SMTP_URL) to send it.',
  );

export const notificationsProcedures = ({ plumbing, config }: Outbox) =>
  bind(plumbing, 'notifications', notificationsContract, {
    listMyMessages: ({ page }, call) => listMessagesTo(call.trx, viewerOf(call).personId, page),
    listOutbox: ({ page, to }, call) => {
      const { trx, organization } = scopeOf(call);
      if (organization.kind === 'platform') throw closed();
      return listMessagesOf(trx, organization.id, page, to);
    },
    listPlatformOutbox: async ({ page, to }, call) => {
      if (config.SMTP_URL !== undefined) throw closed();
      const { id } = await findPlatformOrganization(call.trx);
      await enterTenant(call.trx, id, viewerOf(call).personId);
      return listMessagesOf(call.trx, id, page, to);
    },
  });
