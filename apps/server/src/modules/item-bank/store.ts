import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { AcceptedItem } from './rules/accept-item.ts';
import type { PoolItem } from './rules/assemble.ts';

export interface LatestVersion {
  readonly identifier: string;
  readonly version: number;
  readonly sha256: string;
  readonly topic: string;
  readonly cognitiveLevel: string;
  readonly objective: string;
}

/** The latest version of each of these items, by identifier. */
export const listLatestVersions = async (
  { trx, organization }: Scope,
  programId: string,
  identifiers: readonly string[],
): Promise<ReadonlyMap<string, LatestVersion>> => {
  const rows = await trx
    .selectFrom('item')
    .distinctOn('identifier')
    .select(['identifier', 'version', 'sha256', 'topic', 'cognitive_level as cognitiveLevel', 'objective'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .where('identifier', 'in', identifiers)
    .orderBy('identifier')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.identifier, row]));
};

/** @returns how many rows were written: fewer than asked for when another import wrote the same versions meanwhile. */
export const insertItems = async (
  { trx, organization, now }: Scope,
  programId: string,
  items: readonly (AcceptedItem & { readonly version: number })[],
): Promise<number> => {
  const inserted = await trx
    .insertInto('item')
    .values(
      items.map((item) => ({
        organization_id: organization.id,
        id: newId(),
        program_id: programId,
        identifier: item.identifier,
        version: item.version,
        title: item.title,
        topic: item.topic,
        cognitive_level: item.cognitiveLevel,
        objective: item.objective,
        xml: item.xml,
        sha256: item.sha256,
        imported_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n);
};

/** The latest version of every item of the program, with the number of forms that any version stands in. */
export const listPool = async ({ trx, organization }: Scope, programId: string): Promise<readonly PoolItem[]> => {
  const uses = await trx
    .selectFrom('form_item')
    .innerJoin('item', (join) =>
      join.onRef('item.organization_id', '=', 'form_item.organization_id').onRef('item.id', '=', 'form_item.item_id'),
    )
    .select((select) => ['item.identifier', select.fn.count<number>('form_item.form_id').distinct().as('forms')])
    .where('item.organization_id', '=', organization.id)
    .where('item.program_id', '=', programId)
    .groupBy('item.identifier')
    .execute();
  const usesOf = new Map(uses.map(({ identifier, forms }) => [identifier, Number(forms)]));
  const rows = await trx
    .selectFrom('item')
    .distinctOn('identifier')
    .select(['id', 'identifier', 'topic'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .orderBy('identifier')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ id, identifier, topic }) => ({
    itemId: id,
    identifier,
    topic,
    uses: usesOf.get(identifier) ?? 0,
  }));
};
