import type { KeyAlgorithm, Signer } from '@testamur/credentials';

/** Where private keys are kept. */
export const providerNames = ['sealed', 'pkcs11', 'aws-kms'] as const;
export type ProviderName = (typeof providerNames)[number];

/** Whose key it is: bound to it, or written on it, so that keys in one place cannot be taken for each other. */
export interface KeyOwner {
  readonly organizationId: string;
  /** For people who look into the token or the cloud console. */
  readonly organizationSlug: string;
  readonly keyId: string;
}

export interface NewKey {
  readonly publicKeyMultibase: string;
  /** What the provider needs to find the private key again. Holds no secret but a sealed one. */
  readonly ref: string;
}

export interface KeptKey extends NewKey {
  readonly algorithm: KeyAlgorithm;
  readonly owner: KeyOwner;
}

/** One place where private keys are made, kept and used. A key never leaves a provider but the sealed one. */
export interface KeyProvider {
  readonly name: ProviderName;
  /** Makes a key. What a transaction that fails afterwards leaves behind is a key that nobody uses. */
  create(owner: KeyOwner, algorithm: KeyAlgorithm): Promise<NewKey>;
  /**
   * A key, to sign as `controller`.
   *
   * @throws KeyUnavailable where the key, or the place that keeps it, does not answer.
   */
  open(key: KeptKey, controller: string): Promise<Signer>;
  /** Where it lies, for staff. */
  describe(ref: string): string;
}

/** The place that keeps a key refuses, or does not answer. Trying again may help; nothing was signed. */
export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable';
}
