import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { IssuerConfig } from './address.ts';
import { issuerKeyCompromised, issuerKeysChanged } from './events.ts';
import { checkFingerprint, decideRequest, insertRequest } from './requests.ts';
import { orUnavailable } from './rotate.ts';
import { compromisePlan } from './rules/key-state.ts';
import { createKey, listKeys, lockKeys, retireKey, type StoredKey } from './store.ts';

const noSuchKey = () =>
  new Problem('not-found', 'issuers.no-such-key', 'This organization has no such key. Look it up in the list of keys.');

/** A key that can still be withdrawn. */
const withdrawable = async (scope: Scope, keyId: string) => {
  const keys = await listKeys(scope);
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw noSuchKey();
  if (key.compromisedAt) {
    const message = `The key ${key.fingerprint} is withdrawn already.`;
    throw new Problem('rule-broken', 'issuers.already-compromised', message);
  }
  return { keys, key };
};

export interface CompromiseReport {
  readonly keyId: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly byPersonId: string;
}

/** Reports that others may hold a private key. The fingerprint is typed, so that the right key is meant. */
export const reportKeyCompromise = async (scope: Scope, report: CompromiseReport): Promise<StoredKey> => {
  const { key } = await withdrawable(scope, report.keyId);
  checkFingerprint(key, report.fingerprint);
  const { reason, byPersonId } = report;
  await insertRequest(scope, { kind: 'compromise', key, algorithm: key.algorithm, reason, byPersonId });
  return key;
};

/** Another key takes over where the withdrawn one signed, or was about to. */
const follow = async (scope: Scope, config: IssuerConfig, keys: readonly StoredKey[], key: StoredKey) => {
  const { newKeyActivatesAt, promoted } = compromisePlan(keys, key, scope.now);
  if (promoted !== undefined) {
    await scope.trx
      .updateTable('issuer_key')
      .set({ activates_at: scope.now })
      .where('organization_id', '=', scope.organization.id)
      .where('id', '=', promoted)
      .execute();
    return promoted;
  }
  if (newKeyActivatesAt === undefined) return undefined;
  const order = { algorithm: key.algorithm, activatesAt: newKeyActivatesAt };
  const made = await orUnavailable(createKey(scope, config, order));
  if (made === undefined) throw new Error('A key without an end stands beside the one that was just withdrawn.');
  return made;
};

export interface CompromiseAnswer {
  readonly keyId: string;
  readonly byPersonId: string;
  readonly confirm: boolean;
}

/**
 * The second person's answer. Confirmed, nothing that the key signed is believed from now on, another key signs at
 * once, and whoever issued with it is told, in this transaction.
 */
export const confirmKeyCompromise = async (
  scope: Scope,
  config: IssuerConfig,
  answer: CompromiseAnswer,
): Promise<{ readonly newKeyId: string | undefined } | undefined> => {
  await lockKeys(scope);
  await decideRequest(scope, { kind: 'compromise', ...answer });
  if (!answer.confirm) return undefined;
  const { keys, key } = await withdrawable(scope, answer.keyId);
  const { trx, organization, now } = scope;
  await trx
    .updateTable('issuer_key')
    .set({ compromised_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', key.id)
    .execute();
  if (!key.retiredAt || key.retiredAt > now) await retireKey(scope, key.id, now);
  const newKeyId = await follow(scope, config, keys, key);
  await issuerKeysChanged.emit(trx, { organizationId: organization.id });
  await issuerKeyCompromised.emit(trx, { organizationId: organization.id, keyId: key.id });
  return { newKeyId };
};
