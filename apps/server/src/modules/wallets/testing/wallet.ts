import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type CallbackContext, clientAuthenticationAnonymous, type Jwk, type JwtSigner } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';

export type Fetch = typeof fetch;
type Curve = 'Ed25519' | 'P-256';

export interface WalletKey {
  readonly alg: 'EdDSA' | 'ES256';
  readonly jwk: Jwk;
  readonly privateKey: KeyObject;
  readonly signer: JwtSigner;
}

export const newWalletKey = (curve: Curve, method: 'jwk' | 'did:jwk'): WalletKey => {
  const { publicKey, privateKey } =
    curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty = '', crv, x, y } = publicKey.export({ format: 'jwk' });
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  const alg = curve === 'Ed25519' ? 'EdDSA' : 'ES256';
  const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
  const signer: JwtSigner =
    method === 'jwk' ? { method: 'jwk', alg, publicJwk: jwk } : { method: 'did', alg, didUrl: `${did}#0` };
  return { alg, jwk, privateKey, signer };
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token signed by a key of a wallet, with whatever header and payload a test wants to try. */
export const signedToken = (key: WalletKey, header: object, payload: object): string => {
  const input = `${encode(header)}.${encode(payload)}`;
  const hash = key.alg === 'EdDSA' ? null : 'sha256';
  const signature = sign(hash, Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
};

/** A wallet of the OpenWallet Foundation's library, with keys of its own, that speaks to the server over HTTP. */
export const createWallet = (fetch: Fetch, keys: readonly WalletKey[]) => {
  const keyOf = (signer: JwtSigner): WalletKey => {
    const key = keys.find((one) => JSON.stringify(one.signer) === JSON.stringify(signer)) ?? keys[0];
    if (!key) throw new Error('The wallet has no key.');
    return key;
  };
  const callbacks: Omit<CallbackContext, 'verifyJwt' | 'decryptJwe' | 'encryptJwe'> = {
    fetch,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    generateRandom: (length) => randomBytes(length),
    signJwt: (signer, { header, payload }) => {
      const key = keyOf(signer);
      return { jwt: signedToken(key, header, payload), signerJwk: key.jwk };
    },
    clientAuthentication: clientAuthenticationAnonymous(),
  };
  return new Openid4vciClient({ callbacks });
};
