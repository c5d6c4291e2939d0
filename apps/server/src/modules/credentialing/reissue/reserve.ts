import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { allocateEntries, lockLists } from '../status/entries.ts';
import type { Reissue } from './store.ts';

/** A document that is to be replaced, with the entry of its successor. */
export interface Reserved {
  readonly credentialId: string;
  readonly version: number;
  readonly document: string;
  /** Suspended, revoked or given back: its successor is, too. */
  readonly raised: boolean;
  readonly personId: string;
  readonly candidacyId: string;
  readonly number: string;
  readonly listId: string;
  readonly index: number;
}

interface Row {
  readonly credential_id: string;
  readonly version: number;
  readonly document: string;
  readonly raised: boolean;
  readonly person_id: string;
  readonly candidacy_id: string;
  readonly number: string;
  readonly list_id: string | null;
  readonly index: number | null;
}

/** In the order of their ids, so that a run that ended anywhere goes on from there. */
const nextRows = async ({ trx, organization }: Scope, { id, key_id, cursor }: Reissue, limit: number) => {
  // Found first and joined then, so that each chunk costs the same however many lie behind it.
  const { rows } = await sql<Row>`
    with chunk as materialized (
      select d.credential_id, d.version, d.document, d.list_id, d.index
      from credential_document d
      where d.organization_id = ${organization.id} and d.key_id = ${key_id}
        and d.credential_id > coalesce(${cursor}::uuid, '00000000-0000-0000-0000-000000000000')
        and not exists (select from credential_document n where n.organization_id = ${organization.id}
          and n.credential_id = d.credential_id and n.version = d.version + 1)
        and not exists (select from reissue_item i where i.organization_id = ${organization.id}
          and i.reissue_id = ${id} and i.credential_id = d.credential_id and i.failure is not null)
      order by d.credential_id limit ${limit})
    select d.credential_id, d.version, d.document, e.raised, c.person_id, c.candidacy_id, c.number, i.list_id, i.index
    from chunk d
    join credential c on c.organization_id = ${organization.id} and c.id = d.credential_id
    join status_entry e on e.organization_id = ${organization.id} and e.list_id = d.list_id and e.index = d.index
    left join reissue_item i
      on i.organization_id = ${organization.id} and i.reissue_id = ${id} and i.credential_id = d.credential_id
    order by d.credential_id`.execute(trx);
  return rows;
};

/**
 * The next credentials of a run, each with the entry of its successor. The entries are stored before anything is signed:
 * a run that breaks off finds them again and gives no second ones.
 */
export const reserveChunk = async (scope: Scope, reissue: Reissue, limit: number): Promise<readonly Reserved[]> => {
  // The state of an entry is copied: nobody may change it meanwhile.
  await lockLists(scope);
  const rows = await nextRows(scope, reissue, limit);
  const wanting = rows.filter((row) => row.list_id === null);
  const given = await allocateEntries(
    scope,
    wanting.map((row) => ({ credentialId: row.credential_id, raised: row.raised })),
  );
  const entries = [...given];
  await sql`
    insert into reissue_item (organization_id, reissue_id, credential_id, list_id, index)
    select ${scope.organization.id}, ${reissue.id}, credential_id, list_id, index
    from unnest(${entries.map(([credentialId]) => credentialId)}::uuid[],
      ${entries.map(([, { listId }]) => listId)}::uuid[],
      ${entries.map(([, { index }]) => index)}::integer[]) as given (credential_id, list_id, index)`.execute(scope.trx);
  return rows.map((row): Reserved => {
    const entry =
      row.list_id !== null && row.index !== null
        ? { listId: row.list_id, index: row.index }
        : given.get(row.credential_id);
    if (!entry) throw new Error(`The successor of ${row.number} got no status entry.`);
    return {
      credentialId: row.credential_id,
      version: row.version,
      document: row.document,
      raised: row.raised,
      personId: row.person_id,
      candidacyId: row.candidacy_id,
      number: row.number,
      ...entry,
    };
  });
};
