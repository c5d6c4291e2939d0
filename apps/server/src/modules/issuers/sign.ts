import type { Signer } from '@testamur/credentials';
import type { Scope } from '../../platform/http/index.ts';
import type { IssuerConfig } from './address.ts';
import { providerOf } from './providers/index.ts';
import { createKey, findSigningKey } from './store.ts';

/** Makes the organization's key when it has none. Of two at once, the first one's counts. */
export const ensureIssuerKey = async (scope: Scope, config: IssuerConfig): Promise<void> => {
  if (await findSigningKey(scope)) return;
  await createKey(scope, config, { algorithm: 'Ed25519', activatesAt: scope.now });
};

/** Who signs for the organization now, and with which of its keys. */
export interface OpenedKey {
  readonly keyId: string;
  readonly signer: Signer;
}

/**
 * Opens the key that signs now, to sign as `did`. Opening may ask the place that keeps the key, signing does: neither
 * belongs into a transaction that holds locks.
 *
 * @throws Error where there is none: `ensureIssuerKey` comes first.
 * @throws KeyUnavailable where the place that keeps the key does not answer.
 */
export const openCurrentKey = async (scope: Scope, config: IssuerConfig, did: string): Promise<OpenedKey> => {
  const key = await findSigningKey(scope);
  if (!key) throw new Error(`The organization ${scope.organization.slug} has no key to sign with.`);
  return { keyId: key.id, signer: await providerOf(key.provider, config).open(key, did) };
};

/** The signer alone. */
export const openIssuerKey = async (scope: Scope, config: IssuerConfig, did: string): Promise<Signer> =>
  (await openCurrentKey(scope, config, did)).signer;
