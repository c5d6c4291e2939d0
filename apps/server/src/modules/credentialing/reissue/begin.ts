import { newId, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { enqueueChunk, lockReissue, lockReissueOfKey, saveReissue } from './store.ts';
import { countSigned, signListsAnew, withdrawEntries } from './withdraw.ts';

/** The time of the server, by which the work itself is measured. */
const realTime = ({ now, organization }: Scope): Date => new Date(now.getTime() - organization.clockOffsetMs);

const requireWithdrawn = async ({ trx, organization, now }: Scope, keyId: string): Promise<void> => {
  const key = await trx
    .selectFrom('issuer_key')
    .select('compromised_at')
    .where('organization_id', '=', organization.id)
    .where('id', '=', keyId)
    .executeTakeFirst();
  if (!key) throw new Problem('not-found', 'credentialing.no-such-key', 'This organization has no such key.');
  if (key.compromised_at !== null && key.compromised_at <= now) return;
  const message =
    'This key is not withdrawn: what it signed is valid, and stays so. Report it as compromised first; a second person confirms that.';
  throw new Problem('rule-broken', 'credentialing.key-in-force', message);
};

/**
 * Withdraws all that a key signed, at once, and asks for the job that issues it again. One run a key: asked for again, it
 * goes on where it stopped, and tries again what failed.
 */
export const beginReissue = async (
  scope: Scope,
  { keyId, byPersonId }: { readonly keyId: string; readonly byPersonId?: string },
): Promise<{ readonly reissueId: string }> => {
  const { trx, organization, now } = scope;
  await requireWithdrawn(scope, keyId);
  const inserted = await trx
    .insertInto('reissue')
    .values({
      organization_id: organization.id,
      id: newId(),
      key_id: keyId,
      state: 'running',
      requested_at: now,
      requested_by: byPersonId ?? null,
      total: 0,
      changed_at: realTime(scope),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'key_id']).doNothing())
    .executeTakeFirst();
  const reissue = await lockReissueOfKey(scope, keyId);
  if (!reissue) throw new Error(`The reissue of the key ${keyId} was stored and cannot be read.`);
  const reissueId = reissue.id;
  const isNew = inserted.numInsertedOrUpdatedRows === 1n;
  if (!isNew && reissue.state === 'running') return { reissueId };
  const left = await countSigned(scope, keyId);
  if (!isNew && reissue.state === 'done' && left === 0) return { reissueId };
  const withdrawn = await withdrawEntries(scope, { reissueId, keyId });
  if (isNew) await signListsAnew(scope);
  await trx
    .updateTable('reissue_item')
    .set({ failure: null })
    .where('organization_id', '=', organization.id)
    .where('reissue_id', '=', reissueId)
    .where('failure', 'is not', null)
    .execute();
  await saveReissue(scope, reissueId, {
    state: 'running',
    total: reissue.done + left,
    withdrawn: reissue.withdrawn + withdrawn,
    failed: 0,
    cursor: null,
    finished_at: null,
    stopped_by: null,
    trouble: null,
    changed_at: realTime(scope),
  });
  await enqueueChunk(scope, reissueId);
  return { reissueId };
};

const noSuchReissue = () =>
  new Problem('not-found', 'credentialing.no-such-reissue', 'There is no such run in this organization.');

/** What is withdrawn stays withdrawn; the chunk that is at work is finished, and no other one begun. */
export const stopReissue = async (scope: Scope, reissueId: string, byPersonId: string): Promise<void> => {
  const reissue = await lockReissue(scope, reissueId);
  if (!reissue) throw noSuchReissue();
  if (reissue.state !== 'running') {
    const message = reissue.state === 'done' ? 'It is done already.' : 'It is stopped already.';
    throw new Problem('rule-broken', 'credentialing.not-running', message);
  }
  await saveReissue(scope, reissueId, { state: 'stopped', stopped_by: byPersonId, changed_at: realTime(scope) });
};
