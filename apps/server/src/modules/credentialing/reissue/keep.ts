import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { markChanged } from '../status/entries.ts';
import { type Reissued, tellHolders } from './letters.ts';
import type { Signed } from './sign.ts';
import { enqueueChunk, lockReissue, type Reissue, saveReissue } from './store.ts';
import { withdrawEntries } from './withdraw.ts';

export interface ChunkResult {
  readonly signed: readonly Signed[];
  readonly keyId: string;
  readonly workedMs: number;
  /** Real time. */
  readonly at: Date;
}

const insertDocuments = async (
  { trx, organization, now }: Scope,
  reissueId: string,
  { signed, keyId }: ChunkResult,
): Promise<ReadonlySet<string>> => {
  const good = signed.filter((one) => one.ok);
  const of = good.map(({ reserved }) => reserved);
  const { rows } = await sql<{ credential_id: string }>`
    insert into credential_document
      (organization_id, credential_id, version, document, sha256, key_id, list_id, index, signed_at, reissue_id)
    select ${organization.id}, credential_id, version, document, sha256, ${keyId}, list_id, index, ${now}, ${reissueId}
    from unnest(${of.map((one) => one.credentialId)}::uuid[], ${of.map((one) => one.version + 1)}::integer[],
      ${good.map(({ document }) => document)}::text[],
      ${good.map(({ document }) => createHash('sha256').update(document).digest('hex'))}::text[],
      ${of.map((one) => one.listId)}::uuid[], ${of.map((one) => one.index)}::integer[])
      as made (credential_id, version, document, sha256, list_id, index)
    on conflict do nothing
    returning credential_id`.execute(trx);
  return new Set(rows.map((row) => row.credential_id));
};

const insertFailures = async (
  { trx, organization }: Scope,
  reissueId: string,
  signed: readonly Signed[],
): Promise<number> => {
  const bad = signed.filter((one) => !one.ok);
  for (const { reserved, failure } of bad) {
    await trx
      .updateTable('reissue_item')
      .set({ failure })
      .where('organization_id', '=', organization.id)
      .where('reissue_id', '=', reissueId)
      .where('credential_id', '=', reserved.credentialId)
      .execute();
  }
  return bad.length;
};

const toBeTold = (signed: readonly Signed[], made: ReadonlySet<string>): readonly Reissued[] =>
  signed.flatMap(({ reserved }) => (made.has(reserved.credentialId) && !reserved.raised ? [reserved] : []));

/**
 * Keeps the successors of a chunk, tells their holders, and asks for the next chunk: one transaction. A chunk that
 * another worker has kept meanwhile is thrown away.
 *
 * @param before the run as it was when the chunk was begun.
 */
export const keepChunk = async (
  scope: Scope,
  publicUrl: string,
  before: Reissue,
  result: ChunkResult,
): Promise<void> => {
  const { id, key_id: keyId } = before;
  const reissue = await lockReissue(scope, id);
  if (!reissue || reissue.state === 'done' || reissue.cursor !== before.cursor) return;
  const { signed } = result;
  const credentialIds = signed.map(({ reserved }) => reserved.credentialId);
  // One that was published in the very moment of the withdrawal.
  const withdrawn = await withdrawEntries(scope, { reissueId: id, keyId }, credentialIds);
  const made = await insertDocuments(scope, id, result);
  const failed = await insertFailures(scope, id, signed);
  const stillRaised = signed.flatMap(({ reserved }) => (reserved.raised ? [reserved.listId] : []));
  await markChanged(scope, [...new Set(stillRaised)]);
  await tellHolders(scope, publicUrl, id, toBeTold(signed, made));
  await saveReissue(scope, id, {
    done: reissue.done + made.size,
    failed: reissue.failed + failed,
    total: Math.max(reissue.total, reissue.done + made.size + reissue.failed + failed),
    withdrawn: reissue.withdrawn + withdrawn,
    cursor: credentialIds.at(-1) ?? null,
    worked_ms: reissue.worked_ms + Math.round(result.workedMs),
    trouble: null,
    changed_at: result.at,
  });
  if (reissue.state === 'running') await enqueueChunk(scope, id);
};
