import { MINIMUM_ENTRIES } from '@testamur/credentials';
import { newId } from '../../../kernel/index.ts';
import type { Config } from '../../../platform/config/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type IssuerConfig, issuerUrl } from '../../issuers/index.ts';

/** What signing and serving status lists needs of the configuration. */
export type StatusConfig = IssuerConfig & Pick<Config, 'STATUS_LIST_HOURS' | 'DATA_DIR'>;

export const statusListUrl = (publicUrl: string, slug: string, listId: string): string =>
  `${issuerUrl(publicUrl, slug)}/status/${listId}`;

/** From then on another one is begun, so that an index can still be drawn in a few tries. */
export const fullShare = 0.75;

export const listsOf = ({ trx, organization }: Scope) =>
  trx
    .selectFrom('status_list')
    .select(['id', 'length', 'document', 'fresh_until', 'valid_until', 'revision', 'signed_revision', 'changed_at'])
    .where('organization_id', '=', organization.id);

export type StatusListRow = Awaited<ReturnType<ReturnType<typeof listsOf>['executeTakeFirstOrThrow']>>;

const findOpenList = async ({ trx, organization }: Scope): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('status_list')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('purpose', '=', 'revocation')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
};

/** The list that new credentials get their entries of: one for all, so that an entry is one among many. */
export const ensureOpenList = async (scope: Scope): Promise<string> => {
  const { trx, organization, now } = scope;
  const known = await findOpenList(scope);
  if (known !== undefined) return known;
  await trx
    .insertInto('status_list')
    .values({
      organization_id: organization.id,
      id: newId(),
      purpose: 'revocation',
      length: MINIMUM_ENTRIES,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'purpose']).where('closed_at', 'is', null).doNothing(),
    )
    .execute();
  const made = await findOpenList(scope);
  if (made === undefined) throw new Error(`The status list of ${organization.slug} was made and cannot be read.`);
  return made;
};

/** No more entries of it are given; those that are keep it alive. */
export const closeList = async ({ trx, organization, now }: Scope, listId: string): Promise<void> => {
  await trx
    .updateTable('status_list')
    .set({ closed_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', listId)
    .where('closed_at', 'is', null)
    .execute();
};

export const countEntries = async ({ trx, organization }: Scope, listId: string): Promise<number> => {
  const { count } = await trx
    .selectFrom('status_entry')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organization.id)
    .where('list_id', '=', listId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** Closes the open list once it is three quarters full. */
export const closeFullList = async (scope: Scope): Promise<void> => {
  const listId = await findOpenList(scope);
  if (listId === undefined) return;
  if ((await countEntries(scope, listId)) >= MINIMUM_ENTRIES * fullShare) await closeList(scope, listId);
};
