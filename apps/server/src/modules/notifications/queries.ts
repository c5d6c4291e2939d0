import { type SelectQueryBuilder, sql } from 'kysely';
import type { DB, Trx } from '../../platform/db/index.ts';

export const pageSize = 50;

interface Row {
  readonly id: string;
  readonly organization_name: string;
  readonly to_address: string;
  readonly subject: string;
  readonly body: string;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly state: string;
  readonly error: string | null;
}

const states = ['waiting', 'sent', 'kept', 'failed'] as const;

const shown = (row: Row) => {
  const state = states.find((one) => one === row.state);
  if (!state) throw new Error(`The message ${row.id} has the unknown state ${row.state}.`);
  return {
    id: row.id,
    organizationName: row.organization_name,
    to: row.to_address,
    subject: row.subject,
    text: row.body,
    createdAt: row.created_at.toISOString(),
    ...(row.sent_at ? { sentAt: row.sent_at.toISOString() } : {}),
    state,
    ...(row.error === null ? {} : { error: row.error }),
  };
};

type Messages = SelectQueryBuilder<DB, 'message' | 'organization', object>;

const messages = (trx: Trx): Messages =>
  trx.selectFrom('message').innerJoin('organization', 'organization.id', 'message.organization_id');

const pageOf = async (matching: Messages, page: number) => {
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await matching
    .select(['message.id', 'organization.name as organization_name', 'message.to_address', 'message.subject'])
    .select(['message.body', 'message.created_at', 'message.sent_at', 'message.state', 'message.error'])
    .orderBy('message.created_at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { messages: rows.map(shown), total, page, pageSize };
};

/** Across organizations: the policy `own` lets people read what was sent to them. */
export const listMessagesTo = (trx: Trx, personId: string, page: number) =>
  pageOf(messages(trx).where('message.person_id', '=', personId), page);

export const listMessagesOf = (trx: Trx, organizationId: string, page: number, to: string | undefined) => {
  const all = messages(trx).where('message.organization_id', '=', organizationId);
  if (to === undefined || to === '') return pageOf(all, page);
  return pageOf(all.where(sql<boolean>`strpos(lower(message.to_address), lower(${to})) > 0`), page);
};

export const findPlatformOrganization = (trx: Trx) =>
  trx.selectFrom('organization').select('id').where('kind', '=', 'platform').executeTakeFirstOrThrow();
