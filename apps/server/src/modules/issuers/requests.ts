import type { KeyAlgorithm } from '@testamur/credentials';
import { formatInstant, newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';
import { readFingerprint } from './rules/fingerprint.ts';
import type { StoredKey } from './store.ts';

export type RequestKind = 'rotation' | 'compromise';

export interface KeyRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly keyId: string;
  /** Of the new key. */
  readonly algorithm: KeyAlgorithm;
  readonly reason: string;
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly confirmed?: boolean;
}

/** What was asked for, the latest first; with `open`, only what waits for a second person. */
export const listRequests = async (
  { trx, organization }: Scope,
  wish: { readonly kind?: RequestKind; readonly keyId?: string; readonly open?: true } = {},
): Promise<readonly KeyRequest[]> => {
  const { kind, keyId, open } = wish;
  const rows = await trx
    .selectFrom('issuer_key_request')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(keyId !== undefined, (query) => query.where('key_id', '=', keyId ?? ''))
    .$if(open === true, (query) => query.where('decided_at', 'is', null))
    .orderBy('requested_at', 'desc')
    .execute();
  const people = await listPeople(
    trx,
    rows.flatMap((row) => (row.decided_by === null ? [row.requested_by] : [row.requested_by, row.decided_by])),
  );
  const nameOf = (personId: string) => people.get(personId)?.name ?? 'Somebody whose account is gone';
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'compromise' ? 'compromise' : 'rotation',
    keyId: row.key_id,
    algorithm: row.algorithm === 'P-256' ? 'P-256' : 'Ed25519',
    reason: row.reason,
    requestedById: row.requested_by,
    requestedBy: nameOf(row.requested_by),
    requestedAt: row.requested_at,
    ...(row.decided_by === null ? {} : { decidedBy: nameOf(row.decided_by) }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    ...(row.confirmed === null ? {} : { confirmed: row.confirmed }),
  }));
};

/** The fingerprint is typed again, so that the right key is meant. */
export const checkFingerprint = (key: StoredKey, typed: string): void => {
  if (readFingerprint(typed) === key.fingerprint) return;
  const message = `The fingerprint of this key is ${key.fingerprint}. Type it to confirm that you mean this key.`;
  throw new Problem('invalid', 'issuers.fingerprint-differs', message, [{ path: 'fingerprint', message }]);
};

export interface NewRequest {
  readonly kind: RequestKind;
  readonly key: StoredKey;
  readonly algorithm: KeyAlgorithm;
  readonly reason: string;
  readonly byPersonId: string;
}

/** Keeps what is asked for until a second person answers. Of two at once, the first one's counts. */
export const insertRequest = async (scope: Scope, request: NewRequest): Promise<void> => {
  const { kind, key } = request;
  const inserted = await scope.trx
    .insertInto('issuer_key_request')
    .values({
      organization_id: scope.organization.id,
      id: newId(),
      kind,
      key_id: key.id,
      algorithm: request.algorithm,
      reason: request.reason,
      requested_by: request.byPersonId,
      requested_at: scope.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return;
  const [pending] = await listRequests(scope, { kind, open: true, ...(kind === 'rotation' ? {} : { keyId: key.id }) });
  const who = pending ? `${pending.requestedBy} asked for it on ${formatInstant(pending.requestedAt)}.` : '';
  const message = `This waits for a second person already. ${who}`.trim();
  throw new Problem('conflict', 'issuers.already-requested', message);
};

const noRequest = () =>
  new Problem('rule-broken', 'issuers.no-request', 'Nothing waits here: it was never asked for, or answered.');

/**
 * Takes the answer of a second person. Whoever answers first decides: the row says so, and everyone else waits for it
 * and is told that nothing waits any more.
 */
export const decideRequest = async (
  scope: Scope,
  answer: {
    readonly kind: RequestKind;
    readonly keyId?: string;
    readonly byPersonId: string;
    readonly confirm: boolean;
  },
): Promise<KeyRequest> => {
  const { kind, keyId } = answer;
  const [pending] = await listRequests(scope, { kind, open: true, ...(keyId === undefined ? {} : { keyId }) });
  if (!pending) throw noRequest();
  if (pending.requestedById === answer.byPersonId) {
    const message = 'You asked for this yourself. A second person has to answer.';
    throw new Problem('forbidden', 'issuers.second-person-needed', message);
  }
  const updated = await scope.trx
    .updateTable('issuer_key_request')
    .set({ decided_by: answer.byPersonId, decided_at: scope.now, confirmed: answer.confirm })
    .where('organization_id', '=', scope.organization.id)
    .where('id', '=', pending.id)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw noRequest();
  return pending;
};
