import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { lockLists, markChanged } from '../status/entries.ts';
import { listsOf } from '../status/lists.ts';

/** Latest documents that a key signed; what has a successor already is no longer anybody's credential. */
export const countSigned = async ({ trx, organization }: Scope, keyId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from credential_document d
    where organization_id = ${organization.id} and key_id = ${keyId} and not exists (
      select from credential_document n where n.organization_id = d.organization_id
        and n.credential_id = d.credential_id and n.version = d.version + 1)`.execute(trx);
  return rows[0]?.count ?? 0;
};

/**
 * Sets the entries of all that a key signed, at once and for good; each is set once. With `credentialIds`, of these alone.
 *
 * @returns how many were set now.
 */
export const withdrawEntries = async (
  scope: Scope,
  { reissueId, keyId }: { readonly reissueId: string; readonly keyId: string },
  credentialIds?: readonly string[],
): Promise<number> => {
  const { trx, organization } = scope;
  await lockLists(scope);
  const among = credentialIds === undefined ? sql`` : sql`and d.credential_id = any(${credentialIds}::uuid[])`;
  const { rows } = await sql<{ list_id: string; count: number }>`
    with withdrawn as (
      update status_entry e set withdrawn_by = ${reissueId}
      from credential_document d
      where d.organization_id = ${organization.id} and d.key_id = ${keyId} ${among}
        and e.organization_id = d.organization_id and e.list_id = d.list_id and e.index = d.index
        and e.withdrawn_by is null
      returning e.list_id)
    select list_id, count(*)::integer as count from withdrawn group by list_id`.execute(trx);
  await markChanged(
    scope,
    rows.map((row) => row.list_id),
  );
  return rows.reduce((sum, row) => sum + row.count, 0);
};

/** The lists themselves were signed by the key that is withdrawn: none of them is believed until it is signed anew. */
export const signListsAnew = async (scope: Scope): Promise<void> => {
  const { trx, organization } = scope;
  const lists = await listsOf(scope).execute();
  await trx
    .updateTable('status_list')
    .set({ document: null, fresh_until: null, valid_until: null })
    .where('organization_id', '=', organization.id)
    .execute();
  await markChanged(
    scope,
    lists.map(({ id }) => id),
  );
};
