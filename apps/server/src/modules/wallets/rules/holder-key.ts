import { createHash } from 'node:crypto';
import {
  algorithmOfMultikey,
  jwkFromMultikey,
  type KeyAlgorithm,
  multikeyFromJwk,
  type PublicJwk,
} from '@testamur/credentials';

/** The public key of a wallet. */
export interface HolderKey {
  readonly multikey: string;
  readonly algorithm: KeyAlgorithm;
  readonly jwk: PublicJwk;
  /** RFC 7638 with SHA-256. */
  readonly thumbprint: string;
  /** The DID that the wallet named; absent where it sent the key alone. */
  readonly did?: string;
}

const thumbprintOf = ({ kty, crv, x, y }: PublicJwk): string => {
  const members = y === undefined ? { crv, kty, x } : { crv, kty, x, y };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
};

const keyOf = (multikey: string | undefined, did?: string): HolderKey | undefined => {
  const algorithm = multikey === undefined ? undefined : algorithmOfMultikey(multikey);
  if (multikey === undefined || algorithm === undefined) return undefined;
  const jwk = jwkFromMultikey(multikey);
  return { multikey, algorithm, jwk, thumbprint: thumbprintOf(jwk), ...(did === undefined ? {} : { did }) };
};

/** A JSON Web Key of Ed25519 or P-256; undefined for any other, and for one that brings its private half along. */
export const keyOfJwk = (jwk: unknown): HolderKey | undefined => keyOf(multikeyFromJwk(jwk));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A key that a DID holds in itself: `did:key:z…#z…` or `did:jwk:…#0`. Nothing is fetched, so no other method is read. */
export const keyOfDid = (didUrl: string): HolderKey | undefined => {
  const [did = '', fragment] = didUrl.split('#');
  const [, method, value = ''] = /^did:(key|jwk):([A-Za-z0-9_-]{1,2000})$/.exec(did) ?? [];
  if (method === 'key') return fragment === undefined || fragment === value ? keyOf(value, did) : undefined;
  if (method !== 'jwk' || (fragment !== undefined && fragment !== '0')) return undefined;
  return keyOf(multikeyFromJwk(parsed(Buffer.from(value, 'base64url').toString())), did);
};

/** The DID that a credential names as its subject: the wallet's own, or the one that the key itself is. */
export const didOfHolder = ({ did, multikey, jwk }: HolderKey, kind: 'did:key' | 'did:jwk'): string => {
  if (did !== undefined) return did;
  return kind === 'did:key'
    ? `did:key:${multikey}`
    : `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
};
