import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { enqueue, enqueueAll } from '../../platform/jobs/index.ts';
import { deliverTask } from './jobs.ts';
import { marked } from './rules.ts';

export interface NewMessage {
  /** Who finds it under their messages. Left out for mail that holds a sign-in link. */
  readonly personId?: string;
  readonly to: string;
  /** `module.name`. */
  readonly template: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** What the message is about, once an organization: a second message on it is not sent. */
  readonly occasion: string;
}

/** Puts a message into the outbox, in the transaction of what it tells of; a job delivers it. */
export const sendMessage = async (scope: Scope, message: NewMessage): Promise<{ readonly created: boolean }> => {
  const { trx, organization, now } = scope;
  const id = newId();
  const inserted = await trx
    .insertInto('message')
    .values({
      organization_id: organization.id,
      id,
      person_id: message.personId ?? null,
      to_address: message.to,
      template: message.template,
      ...marked(organization.kind, message),
      occasion: message.occasion,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'occasion']).doNothing())
    .executeTakeFirst();
  const created = inserted.numInsertedOrUpdatedRows === 1n;
  if (created) await enqueue(trx, deliverTask, { organizationId: organization.id, messageId: id });
  return { created };
};

/** So many rows a statement, whose parameters are counted. */
const rowsAtOnce = 1000;

/** The same for many, in a few statements. @returns how many are new. */
export const sendMessages = async (scope: Scope, messages: readonly NewMessage[]): Promise<number> => {
  const { trx, organization, now } = scope;
  let created = 0;
  for (let from = 0; from < messages.length; from += rowsAtOnce) {
    const rows = messages.slice(from, from + rowsAtOnce).map((message) => ({
      organization_id: organization.id,
      id: newId(),
      person_id: message.personId ?? null,
      to_address: message.to,
      template: message.template,
      ...marked(organization.kind, message),
      occasion: message.occasion,
      created_at: now,
    }));
    const inserted = await trx
      .insertInto('message')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['organization_id', 'occasion']).doNothing())
      .returning('id')
      .execute();
    created += inserted.length;
    const payloads = inserted.map(({ id }) => ({ organizationId: organization.id, messageId: id }));
    await enqueueAll(trx, deliverTask, payloads);
  }
  return created;
};
