import type { Signer } from '@testamur/credentials';
import type { Scope } from '../../../platform/http/index.ts';
import { type IssuerConfig, issuerDid, type OpenedKey, openCurrentKey } from '../../issuers/index.ts';

/** The key cannot be used now: the place that keeps it does not answer or does not sign. Waiting may help. */
export class SigningKeyUnavailable extends Error {}

const unavailable = (cause: unknown): SigningKeyUnavailable =>
  new SigningKeyUnavailable(cause instanceof Error ? cause.message : 'It gives no reason.', { cause });

/** What fails in the signer is told apart from what is wrong with the credential. */
const guarded = (signer: Signer): Signer => ({
  verificationMethod: signer.verificationMethod,
  controller: signer.controller,
  algorithm: signer.algorithm,
  sign: async (bytes) => {
    try {
      return await signer.sign(bytes);
    } catch (cause) {
      throw unavailable(cause);
    }
  },
});

/**
 * Opens the key that is current now, to sign after the transaction has ended.
 *
 * @throws SigningKeyUnavailable, here and at each signature.
 */
export const openSigner = async (scope: Scope, config: IssuerConfig): Promise<OpenedKey> => {
  try {
    const { keyId, signer } = await openCurrentKey(
      scope,
      config,
      issuerDid(config.PUBLIC_URL, scope.organization.slug),
    );
    return { keyId, signer: guarded(signer) };
  } catch (cause) {
    throw unavailable(cause);
  }
};
