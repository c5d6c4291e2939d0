import { issueCredential, type Signer } from '@testamur/credentials';
import type { Platform } from '../../../platform/platform.ts';
import { issuerDid, type OpenedKey, openCurrentKey } from '../../issuers/index.ts';
import { findIssuance, type IssuancePayload, keepSignature } from './store.ts';

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

/** Signs what was prepared with the key that is current now, and with no transaction open meanwhile. */
export const signPrepared = async (
  { inTenant, config }: Pick<Platform, 'inTenant' | 'config'>,
  { organizationId, credentialId }: IssuancePayload,
  { beforeKept }: { readonly beforeKept: () => void },
): Promise<void> => {
  const plan = await inTenant(organizationId, async (scope) => {
    const issuance = await findIssuance(scope, credentialId);
    if (!issuance) throw new Error(`No credential ${credentialId} was prepared.`);
    const did = issuerDid(config.PUBLIC_URL, scope.organization.slug);
    const key: OpenedKey = await openCurrentKey(scope, config, did).catch((cause: unknown) => {
      throw unavailable(cause);
    });
    return { issuance, key };
  });
  const { issuance, key } = plan;
  const signed = await issueCredential({
    credential: JSON.parse(issuance.unsigned),
    signer: guarded(key.signer),
    created: issuance.proof_created,
  });
  beforeKept();
  await inTenant(organizationId, (scope) =>
    keepSignature(scope, credentialId, { signed: JSON.stringify(signed, null, 2), keyId: key.keyId }),
  );
};
