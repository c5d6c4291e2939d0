import type { Scope } from '../../platform/http/index.ts';
import { listKeys, type StoredKey } from './store.ts';

/** A key as everybody may know it. */
type KnownKey = Pick<StoredKey, 'fingerprint' | 'publicKeyMultibase' | 'algorithm' | 'compromisedAt'>;

export const findIssuerKey = async (scope: Scope, keyId: string): Promise<KnownKey | undefined> => {
  const key = (await listKeys(scope)).find(({ id }) => id === keyId);
  if (!key) return undefined;
  const { fingerprint, publicKeyMultibase, algorithm, compromisedAt } = key;
  return { fingerprint, publicKeyMultibase, algorithm, compromisedAt };
};
