import type { Scope } from '../../platform/http/index.ts';
import { defineJob, type Job, type JobPayload } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { afterFailure, asHtml, mayLeave } from './rules.ts';

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
    if (mayLeave(scope.organization.kind, waiting.to_address)) {
      return { ...waiting, ageMs: scope.now.getTime() - waiting.created_at.getTime() };
    }
    await settle(scope, messageId, { state: 'kept', error: null });
    return undefined;
  });
  if (!message) return;
  const { to_address: to, subject, body: text } = message;
  const outcome = await mailer
    .send({ to, subject, text, html: asHtml(text) })
    .then((state) => ({ state, error: null }))
    .catch((error: unknown) => ({ ...afterFailure(error, message.ageMs), cause: error }));
  const { state, error } = outcome;
  await inTenant(organizationId, (scope) => settle(scope, messageId, { state, error }));
  if (!('cause' in outcome)) return;
  log.warn({ organizationId, messageId, state, error }, 'A message could not be handed to the mail server.');
  if (state === 'waiting') throw outcome.cause;
};

export const deliverJob = (delivery: Delivery): Job =>
  defineJob<DeliverPayload>(deliverTask, (payload) => deliver(delivery, payload));
