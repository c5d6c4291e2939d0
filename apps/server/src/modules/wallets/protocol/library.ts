import { createHash, randomBytes } from 'node:crypto';
import {
  type CallbackContext,
  clientAuthenticationNone,
  type JwtSigner,
  Oauth2AuthorizationServer,
} from '@openid4vc/oauth2';
import { Openid4vciIssuer, setGlobalConfig } from '@openid4vc/openid4vci';
import { verifySignature } from '@testamur/credentials';
import { type HolderKey, keyOfDid, keyOfJwk } from '../rules/holder-key.ts';

const algorithms: Readonly<Record<string, HolderKey['algorithm']>> = {
  ES256: 'P-256',
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
};

/** What wallets may sign with. The key decides; a header that names another algorithm is refused. */
export const holderAlgorithms = Object.keys(algorithms);

const keyOfSigner = (signer: JwtSigner): HolderKey | undefined => {
  if (signer.method === 'did') return keyOfDid(signer.didUrl);
  return signer.method === 'jwk' ? keyOfJwk(signer.publicJwk) : undefined;
};

/** The key that signed a token of a wallet; undefined where the signature does not hold. */
const signerOf = (signer: JwtSigner, header: { readonly alg: string }, compact: string): HolderKey | undefined => {
  const key = keyOfSigner(signer);
  const [head, payload, signature, ...more] = compact.split('.');
  if (!key || algorithms[header.alg] !== key.algorithm || signature === undefined || more.length > 0) return undefined;
  const bytes = Buffer.from(`${head}.${payload}`);
  return verifySignature(key.multikey, bytes, Buffer.from(signature, 'base64url')) ? key : undefined;
};

const callbacks: Omit<CallbackContext, 'decryptJwe' | 'encryptJwe'> = {
  hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
  generateRandom: (length) => randomBytes(length),
  signJwt: () => {
    throw new Error('Tokens for wallets are opaque: nothing is signed here.');
  },
  fetch: () => {
    throw new Error('Nothing that a wallet names is fetched.');
  },
  verifyJwt: (signer, { header, compact }) => {
    const key = 'crit' in header ? undefined : signerOf(signer, header, compact);
    return key ? { verified: true, signerJwk: { ...key.jwk } } : { verified: false };
  },
  clientAuthentication: clientAuthenticationNone({ clientId: 'none' }),
};

export const credentialIssuer = new Openid4vciIssuer({ callbacks });
export const authorizationServer = new Oauth2AuthorizationServer({ callbacks });

/** The library refuses addresses without TLS, as the standard does. An installation on one machine has nothing else. */
export const allowAddressesOf = (publicUrl: string): void => {
  if (publicUrl.startsWith('http:')) setGlobalConfig({ allowInsecureUrls: true });
};
