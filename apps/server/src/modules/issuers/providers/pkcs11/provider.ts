import { createHash } from 'node:crypto';
import type { Signer } from '@testamur/credentials';
import { type KeptKey, type KeyProvider, KeyUnavailable } from '../provider.ts';
import { publicMultikey } from '../public-multikey.ts';
import { CKM } from './constants.ts';
import { findPrivateKey, generateKeyPair } from './key-pair.ts';
import { readUlong, ulong } from './module.ts';
import { type Token, type TokenAddress, tokenAt } from './token.ts';

/** A PKCS#11 URI (RFC 7512) of a private key by its token and its CKA_ID. */
export const keyUri = (label: string, id: Buffer): string => {
  const bytes = [...id].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`);
  return `pkcs11:token=${encodeURIComponent(label)};id=${bytes.join('')};type=private`;
};

/** @throws Error where the text is none that `keyUri` wrote. */
export const readKeyUri = (uri: string): { readonly label: string; readonly id: Buffer } => {
  const match = /^pkcs11:token=([^;]*);id=((?:%[0-9A-F]{2})+);type=private$/.exec(uri);
  const [, label, id] = match ?? [];
  if (label === undefined || id === undefined) throw new Error(`"${uri}" is no PKCS#11 URI of a key of an issuer.`);
  return { label: decodeURIComponent(label), id: Buffer.from(id.replaceAll('%', ''), 'hex') };
};

const signatureBytes = 64;

/** Signs with a private key of the token. ECDSA signs a hash, which is taken here; Ed25519 hashes by itself. */
const signWith = (token: Token, { algorithm }: KeptKey, id: Buffer, bytes: Uint8Array): Promise<Uint8Array> =>
  token.within(async (session) => {
    const { module, handle } = session;
    const data = algorithm === 'Ed25519' ? Buffer.from(bytes) : createHash('sha256').update(bytes).digest();
    const key = await findPrivateKey(session, id);
    await module.call('C_SignInit', handle, module.mechanism(algorithm === 'Ed25519' ? CKM.EDDSA : CKM.ECDSA), key);
    const signature = Buffer.alloc(2 * signatureBytes);
    const length = ulong(signature.length);
    await module.call('C_Sign', handle, data, data.length, signature, length);
    if (readUlong(length) !== signatureBytes) {
      throw new KeyUnavailable(`The token signs with ${readUlong(length)} bytes, where ${algorithm} has 64.`);
    }
    return Uint8Array.from(signature.subarray(0, signatureBytes));
  });

/** Keys in a token or HSM behind a PKCS#11 module: made there, used there, and never out of it. */
export const pkcs11Provider = (address: TokenAddress): KeyProvider => ({
  name: 'pkcs11',
  create: async ({ organizationSlug, keyId }, algorithm) => {
    const id = Buffer.from(keyId.replaceAll('-', ''), 'hex');
    const label = `testamur ${organizationSlug} ${keyId}`;
    const jwk = await tokenAt(address).within((session) => generateKeyPair(session, algorithm, { id, label }));
    return { publicKeyMultibase: publicMultikey(jwk), ref: keyUri(address.label, id) };
  },
  open: async (key, controller): Promise<Signer> => {
    const { label, id } = readKeyUri(key.ref);
    const token = tokenAt({ ...address, label });
    return {
      verificationMethod: `${controller}#${key.publicKeyMultibase}`,
      controller,
      algorithm: key.algorithm,
      sign: (bytes) => signWith(token, key, id, bytes),
    };
  },
  describe: (ref) => `token ${readKeyUri(ref).label}`,
});
