import { generateIssuerKey, importIssuerKey } from '@testamur/credentials';
import { seal, unseal } from '../seal.ts';
import type { KeyOwner, KeyProvider } from './provider.ts';

const bindingOf = ({ organizationId, keyId }: KeyOwner): string => `${organizationId}/${keyId}`;

/** Keys in the database, sealed with the installation's secret and open in memory only while they sign. */
export const sealedProvider = (secret: string): KeyProvider => ({
  name: 'sealed',
  create: async (owner, algorithm) => {
    const { publicKeyMultibase, secretKeyMultibase } = await (await generateIssuerKey({ algorithm })).exportKey();
    return { publicKeyMultibase, ref: seal(secret, bindingOf(owner), secretKeyMultibase) };
  },
  open: async ({ publicKeyMultibase, ref, owner }, controller) =>
    importIssuerKey({ publicKeyMultibase, secretKeyMultibase: unseal(secret, bindingOf(owner), ref), controller }),
  describe: () => 'sealed in the database',
});
