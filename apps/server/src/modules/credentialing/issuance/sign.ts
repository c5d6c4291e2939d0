import { issueCredential } from '@testamur/credentials';
import type { Platform } from '../../../platform/platform.ts';
import { openSigner } from './signer.ts';
import { findIssuance, type IssuancePayload, keepSignature } from './store.ts';

/** Signs what was prepared with the key that is current now, and with no transaction open meanwhile. */
export const signPrepared = async (
  { inTenant, config }: Pick<Platform, 'inTenant' | 'config'>,
  { organizationId, credentialId }: IssuancePayload,
  { beforeKept }: { readonly beforeKept: () => void },
): Promise<void> => {
  const { issuance, key } = await inTenant(organizationId, async (scope) => {
    const found = await findIssuance(scope, credentialId);
    if (!found) throw new Error(`No credential ${credentialId} was prepared.`);
    return { issuance: found, key: await openSigner(scope, config) };
  });
  const signed = await issueCredential({
    credential: JSON.parse(issuance.unsigned),
    signer: key.signer,
    created: issuance.proof_created,
  });
  beforeKept();
  await inTenant(organizationId, (scope) =>
    keepSignature(scope, credentialId, { signed: JSON.stringify(signed, null, 2), keyId: key.keyId }),
  );
};
