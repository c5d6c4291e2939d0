import { randomInt } from 'node:crypto';
import { MINIMUM_ENTRIES } from '@testamur/credentials';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { closeList, countEntries, ensureOpenList, fullShare, listsOf } from './lists.ts';
import { enqueueSigning } from './tasks.ts';

export interface Entry {
  readonly listId: string;
  readonly index: number;
}

/** At three quarters full, so many draws in a row fail once in a million times. */
const draws = 48;

/** An entry at random, so that an index tells nothing about when or to whom; the primary key decides who has it. */
export const allocateEntry = async (scope: Scope, credentialId: string): Promise<Entry> => {
  const listId = await ensureOpenList(scope);
  for (let done = 0; done < draws; done += 1) {
    const index = randomInt(MINIMUM_ENTRIES);
    const inserted = await scope.trx
      .insertInto('status_entry')
      .values({ organization_id: scope.organization.id, list_id: listId, index, credential_id: credentialId })
      .onConflict((conflict) => conflict.columns(['organization_id', 'list_id', 'index']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return { listId, index };
  }
  await closeList(scope, listId);
  return allocateEntry(scope, credentialId);
};

export interface Wanted {
  readonly credentialId: string;
  /** The state that the credential has: that of its former entry. */
  readonly raised: boolean;
}

const draw = async ({ trx, organization }: Scope, listId: string, wanted: readonly Wanted[]) => {
  const indexes = new Set<number>();
  while (indexes.size < wanted.length) indexes.add(randomInt(MINIMUM_ENTRIES));
  const { rows } = await sql<{ credential_id: string; index: number }>`
    insert into status_entry (organization_id, list_id, index, credential_id, raised)
    select ${organization.id}, ${listId}, index, credential_id, raised
    from unnest(${[...indexes]}::integer[], ${wanted.map((one) => one.credentialId)}::uuid[],
      ${wanted.map((one) => one.raised)}::boolean[]) as drawn (index, credential_id, raised)
    on conflict (organization_id, list_id, index) do nothing
    returning credential_id, index`.execute(trx);
  return rows;
};

/** The same for many at once: a few statements, whatever their number. Each credential is named once. */
export const allocateEntries = async (scope: Scope, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Entry>> => {
  const given = new Map<string, Entry>();
  let left = wanted;
  while (left.length > 0) {
    const listId = await ensureOpenList(scope);
    const room = Math.ceil(MINIMUM_ENTRIES * fullShare) - (await countEntries(scope, listId));
    if (room <= 0) {
      await closeList(scope, listId);
      continue;
    }
    for (const row of await draw(scope, listId, left.slice(0, room))) {
      given.set(row.credential_id, { listId, index: row.index });
    }
    left = left.filter(({ credentialId }) => !given.has(credentialId));
  }
  return given;
};

/** Whoever changes entries holds the lists: of two changes, the later one sees what the earlier one did. */
export const lockLists = async (scope: Scope): Promise<void> => {
  await listsOf(scope).orderBy('id').forNoKeyUpdate().execute();
};

/** The lists are to be signed anew; readers go on with what is signed until that is done. */
export const markChanged = async (scope: Scope, listIds: readonly string[]): Promise<void> => {
  const { trx, organization, now } = scope;
  if (listIds.length === 0) return;
  await trx
    .updateTable('status_list')
    .set((set) => ({ revision: set('revision', '+', 1), changed_at: now }))
    .where('organization_id', '=', organization.id)
    .where('id', 'in', listIds)
    .execute();
  await enqueueSigning(scope);
};

/** Raises or lowers the entries of credentials: those of former documents, too, so that all of them say the same. */
export const moveEntries = async (scope: Scope, credentialIds: readonly string[], raised: boolean): Promise<void> => {
  const { trx, organization } = scope;
  await lockLists(scope);
  const moved = await trx
    .updateTable('status_entry')
    .set({ raised })
    .where('organization_id', '=', organization.id)
    .where('credential_id', 'in', credentialIds)
    .where('raised', '<>', raised)
    .returning('list_id')
    .execute();
  await markChanged(scope, [...new Set(moved.map((row) => row.list_id))]);
};
