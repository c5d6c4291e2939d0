import { z } from 'zod';
import type { Scope } from '../../../platform/http/index.ts';
import { keepTold, notificationEvents } from '../deliveries.ts';
import { offerOfToken } from './access.ts';
import { Refused } from './refused.ts';
import type { WalletRequest } from './request.ts';

const notification = z.object({
  notification_id: z.string(),
  event: z.enum(notificationEvents),
  event_description: z.string().optional(),
});

/** Keeps what a wallet says became of a credential (OpenID4VCI 1.0, 11). Its free words are not kept. */
export const takeNotification = async (
  scope: Scope,
  request: WalletRequest,
  body: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> => {
  const offer = await offerOfToken(scope, request, now);
  const told = notification.safeParse(body);
  if (!told.success) throw new Refused('invalid_notification_request', 'It needs a notification_id and a known event.');
  if (told.data.notification_id !== offer.id || offer.delivered_at === null) {
    throw new Refused('invalid_notification_id', 'Nothing was delivered under this notification_id.');
  }
  await keepTold(scope, offer.id, told.data.event, now);
};
