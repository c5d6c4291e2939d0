import type { Scope } from '../../platform/http/index.ts';
import { defineJob, type Job, type JobPayload } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { afterFailure, mayLeave } from './rules.ts';

export const deliverTask = 'notifications.deliver';

interface DeliverPayload extends JobPayload {
  readonly messageId: string;
}

export type Delivery = Pick<Platform, 'inTenant' | 'mailer' | 'log'>;

const findWaiting = ({ trx, organization }: Scope, id: string) =>
  trx
    .selectFrom('message')
    .select(['to_address', 'subject', 'body', 'created_at'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();

interface Outcome {
  readonly state: 'waiting' | 'sent' | 'kept' | 'failed';
  readonly error: string | null;
}

const settle = async ({ trx, organization, now }: Scope, id: string, outcome: Outcome): Promise<void> => {
  await trx
    .updateTable('message')
    .set({ ...outcome, sent_at: outcome.state === 'sent' ? now : null })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
};

/**
 * Hands one message to the mail server, outside any transaction: a slow server holds no connection. A crash between
 * the hand-over and its record sends a message twice, never not at all.
 */
export const deliver = async ({ inTenant, mailer, log }: Delivery, payload: DeliverPayload): Promise<void> => {
  const { organizationId, messageId } = payload;
  const message = await inTenant(organizationId, async (scope) => {
    const waiting = await findWaiting(scope, messageId);
    if (!waiting) return undefined;
    if (mailer.sends && mayLeave(scope.organization.kind, waiting.to_address)) {
      return { ...waiting, ageMs: scope.now.getTime() - waiting.created_at.getTime() };
    }
    await settle(scope, messageId, { state: 'kept', error: null });
    return undefined;
  });
  if (!message) return;
  try {
    await mailer.send({ to: message.to_address, subject: message.subject, text: message.body });
  } catch (error) {
    const outcome = afterFailure(error, message.ageMs);
    await inTenant(organizationId, (scope) => settle(scope, messageId, outcome));
    log.warn({ organizationId, messageId, ...outcome }, 'A message could not be handed to the mail server.');
    if (outcome.state === 'waiting') throw error;
    return;
  }
  await inTenant(organizationId, (scope) => settle(scope, messageId, { state: 'sent', error: null }));
};

export const deliverJob = (delivery: Delivery): Job =>
  defineJob<DeliverPayload>(deliverTask, (payload) => deliver(delivery, payload));
