import type { KeyAlgorithm } from '@testamur/credentials';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { IssuerConfig } from './address.ts';
import { KeyUnavailable } from './providers/provider.ts';
import { checkFingerprint, decideRequest, insertRequest } from './requests.ts';
import { rotationRefusal, signingKeyAt } from './rules/key-state.ts';
import { createKey, listKeys, lockKeys, retireKey, type StoredKey } from './store.ts';

const minuteMs = 60_000;

/** From when a new key signs. Demonstrations and rehearsals do not wait. */
export const activationOf = ({ organization, now }: Scope, config: IssuerConfig): Date =>
  new Date(now.getTime() + (organization.kind === 'live' ? config.ISSUER_KEY_WAIT_MINUTES * minuteMs : 0));

/** The place that keeps the keys may be out of reach: staff are told why, and nothing was changed. */
export const orUnavailable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof KeyUnavailable)) throw error;
    throw new Problem('conflict', 'issuers.key-unavailable', `${error.message} Nothing was changed.`);
  }
};

/** The keys, and the one that is to be followed. */
const rotatable = async (scope: Scope): Promise<StoredKey> => {
  const keys = await listKeys(scope);
  const refused = rotationRefusal(keys, scope.now);
  const current = signingKeyAt(keys, scope.now);
  if (refused === 'rotation-under-way') {
    const message = 'A new key is published already and signs soon. Rotate again after that.';
    throw new Problem('rule-broken', 'issuers.rotation-under-way', message);
  }
  if (current) return current;
  throw new Problem('not-found', 'issuers.no-issuer', `${scope.organization.name} has no key yet.`);
};

export interface RotationWish {
  readonly fingerprint: string;
  readonly algorithm: KeyAlgorithm;
  readonly reason: string;
  readonly byPersonId: string;
}

/** Asks for a new key. The fingerprint of the present one is typed, so that the right organization is meant. */
export const requestKeyRotation = async (scope: Scope, wish: RotationWish): Promise<StoredKey> => {
  const key = await rotatable(scope);
  checkFingerprint(key, wish.fingerprint);
  const { algorithm, reason, byPersonId } = wish;
  await insertRequest(scope, { kind: 'rotation', key, algorithm, reason, byPersonId });
  return key;
};

/**
 * The second person's answer. Confirmed, a new key is published at once and signs after the wait; until then the old
 * one signs, and afterwards it stays published for what it signed.
 */
export const confirmKeyRotation = async (
  scope: Scope,
  config: IssuerConfig,
  answer: { readonly byPersonId: string; readonly confirm: boolean },
): Promise<{ readonly newKeyId: string } | undefined> => {
  await lockKeys(scope);
  const request = await decideRequest(scope, { kind: 'rotation', ...answer });
  if (!answer.confirm) return undefined;
  const key = await rotatable(scope);
  if (key.id !== request.keyId) {
    const message = 'The key was replaced after this was asked for. Turn the request down; there is nothing to rotate.';
    throw new Problem('rule-broken', 'issuers.key-changed', message);
  }
  const activatesAt = activationOf(scope, config);
  await retireKey(scope, key.id, activatesAt);
  const newKeyId = await orUnavailable(createKey(scope, config, { algorithm: request.algorithm, activatesAt }));
  if (newKeyId === undefined) throw new Error('A key without an end stands beside the one that was just ended.');
  return { newKeyId };
};
