import { generateIssuerKey, importIssuerKey } from '@testamur/credentials';
import { seal, unseal } from '../seal.ts';
import type { KeyOwner, KeyProvider } from './provider.ts';

const bindingOf = ({ organizationId, keyId }: KeyOwner): string => `${organizationId}/${keyId}`;

/** With the secret, or with the one before it while keys are moved from that. */
const unsealWith = (secret: string, former: string | undefined, owner: string, ref: string): string => {
  try {
    return unseal(secret, owner, ref);
  } catch (error) {
    if (former === undefined) throw error;
    return unseal(former, owner, ref);
  }
};

/** Keys in the database, sealed with the installation's secret and open in memory only while they sign. */
export const sealedProvider = (secret: string, former: string | undefined): KeyProvider => ({
  name: 'sealed',
  create: async (owner, algorithm) => {
    const { publicKeyMultibase, secretKeyMultibase } = await (await generateIssuerKey({ algorithm })).exportKey();
    return { publicKeyMultibase, ref: seal(secret, bindingOf(owner), secretKeyMultibase) };
  },
  open: async ({ publicKeyMultibase, ref, owner }, controller) => {
    const secretKeyMultibase = unsealWith(secret, former, bindingOf(owner), ref);
    return importIssuerKey({ publicKeyMultibase, secretKeyMultibase, controller });
  },
  describe: () => 'sealed in the database',
});
