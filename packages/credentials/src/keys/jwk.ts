import { createPublicKey } from 'node:crypto';
import { multikeyOf, publicKeyObject } from './multikey.ts';

/** A public key as a JSON Web Key (RFC 7517, RFC 8037), with the members that identify it and no others. */
export interface PublicJwk {
  readonly kty: 'OKP' | 'EC';
  readonly crv: 'Ed25519' | 'P-256' | 'P-384';
  /** base64url without padding. */
  readonly x: string;
  /** base64url without padding; only with `EC`. */
  readonly y?: string;
}

const ALGORITHMS = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' } as const;
const NEW_NAMES: Readonly<Record<string, string>> = { EdDSA: 'Ed25519', ES256: 'ES256', ES384: 'ES384' };

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function curveOf(jwk: ReadonlyMap<string, unknown>): PublicJwk['crv'] | undefined {
  const curve = jwk.get('crv');
  const kty = jwk.get('kty');
  if (kty === 'OKP' && curve === 'Ed25519') {
    return curve;
  }
  return kty === 'EC' && (curve === 'P-256' || curve === 'P-384') ? curve : undefined;
}

function isForSigning(jwk: ReadonlyMap<string, unknown>, curve: PublicJwk['crv']): boolean {
  const alg = jwk.get('alg');
  const use = jwk.get('use');
  const operations = jwk.get('key_ops');
  const algorithm = ALGORITHMS[curve];
  return (
    (alg === undefined || alg === algorithm || alg === NEW_NAMES[algorithm]) &&
    (use === undefined || use === 'sig') &&
    (operations === undefined || (Array.isArray(operations) && operations.includes('verify')))
  );
}

/**
 * The Multikey of a public JSON Web Key.
 *
 * @param jwk anything; nothing in it is trusted.
 * @returns undefined unless it is a public key of Ed25519, P-256 or P-384 that may check signatures. A key that brings
 *   its private half along (`d`) is refused: whoever published it has lost it.
 * @see VC-JOSE-COSE; Controlled Identifiers 1.0, 2.2.3 (JsonWebKey).
 */
export function multikeyFromJwk(jwk: unknown): string | undefined {
  const members = membersOf(jwk);
  const crv = curveOf(members);
  const x = members.get('x');
  const y = members.get('y');
  if (crv === undefined || members.has('d') || !isForSigning(members, crv) || typeof x !== 'string') {
    return undefined;
  }
  try {
    if (crv === 'Ed25519') {
      return multikeyOf(crv, Buffer.from(x, 'base64url'));
    }
    if (typeof y !== 'string') {
      return undefined;
    }
    // Refuses a point that is not on the curve.
    const point = createPublicKey({ key: { kty: 'EC', crv, x, y }, format: 'jwk' }).export({ format: 'jwk' });
    const odd = (Buffer.from(String(point.y), 'base64url').at(-1) ?? 0) % 2;
    return multikeyOf(crv, Buffer.concat([Uint8Array.of(2 + odd), Buffer.from(String(point.x), 'base64url')]));
  } catch {
    return undefined;
  }
}

/**
 * The public JSON Web Key of a Multikey.
 *
 * @throws {RangeError} when the text is no Multikey of Ed25519, P-256 or P-384.
 */
export function jwkFromMultikey(publicKeyMultibase: string): PublicJwk {
  const { crv, x, y } = publicKeyObject(publicKeyMultibase).export({ format: 'jwk' });
  if (x !== undefined && crv === 'Ed25519') {
    return { kty: 'OKP', crv, x };
  }
  if (x !== undefined && y !== undefined && (crv === 'P-256' || crv === 'P-384')) {
    return { kty: 'EC', crv, x, y };
  }
  throw new RangeError(`"${publicKeyMultibase}" is no key with a JSON Web Key.`);
}
