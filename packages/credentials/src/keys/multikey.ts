import { createPublicKey, ECDH, type KeyObject, verify } from 'node:crypto';
import { base58Decode, base58Encode } from './base58.ts';

/** Algorithms that sign here: Ed25519 (RFC 8032), or ECDSA on P-256 over SHA-256. */
export type KeyAlgorithm = 'Ed25519' | 'P-256';

/** Algorithms whose signatures can be checked; P-384 is ECDSA over SHA-384. */
export type VerificationAlgorithm = KeyAlgorithm | 'P-384';

/** What the multicodec header of a Multikey decides. */
interface MultikeyKind {
  readonly algorithm: VerificationAlgorithm;
  readonly header: readonly [number, number];
  /** Bytes of the public key: raw for Ed25519, a compressed point for ECDSA. */
  readonly keyBytes: number;
  readonly signatureBytes: number;
  /** Hash of ECDSA; Ed25519 has its own inside. */
  readonly hash: 'sha256' | 'sha384' | null;
}

const KINDS: readonly MultikeyKind[] = [
  { algorithm: 'Ed25519', header: [0xed, 0x01], keyBytes: 32, signatureBytes: 64, hash: null },
  { algorithm: 'P-256', header: [0x80, 0x24], keyBytes: 33, signatureBytes: 64, hash: 'sha256' },
  { algorithm: 'P-384', header: [0x81, 0x24], keyBytes: 49, signatureBytes: 96, hash: 'sha384' },
];

const CURVES = { 'P-256': 'prime256v1', 'P-384': 'secp384r1' } as const;
const MAX_CACHED = 512;

/** A Multikey, read and checked. */
interface PublicKey {
  readonly kind: MultikeyKind;
  readonly bytes: Uint8Array;
  readonly object: KeyObject;
}

const cache = new Map<string, PublicKey>();

function objectOf(kind: MultikeyKind, bytes: Uint8Array): KeyObject {
  if (kind.algorithm === 'Ed25519') {
    const x = Buffer.from(bytes).toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  }
  // Throws unless the point is on the curve.
  const point = ECDH.convertKey(bytes, CURVES[kind.algorithm], undefined, undefined, 'uncompressed');
  const raw = Buffer.from(point);
  const half = kind.keyBytes - 1;
  const x = raw.subarray(1, 1 + half).toString('base64url');
  const y = raw.subarray(1 + half).toString('base64url');
  return createPublicKey({ key: { kty: 'EC', crv: kind.algorithm, x, y }, format: 'jwk' });
}

function read(multibase: string): PublicKey | undefined {
  const decoded = multibase.startsWith('z') && multibase.length < 128 ? base58Decode(multibase.slice(1)) : undefined;
  const kind = KINDS.find(({ header }) => decoded?.[0] === header[0] && decoded?.[1] === header[1]);
  if (decoded === undefined || kind === undefined || decoded.length !== kind.keyBytes + 2) {
    return undefined;
  }
  try {
    const bytes = decoded.slice(2);
    return { kind, bytes, object: objectOf(kind, bytes) };
  } catch {
    return undefined;
  }
}

function find(multibase: string): PublicKey | undefined {
  const known = cache.get(multibase);
  if (known !== undefined) {
    return known;
  }
  const key = read(multibase);
  if (key !== undefined) {
    if (cache.size >= MAX_CACHED) {
      cache.clear();
    }
    cache.set(multibase, key);
  }
  return key;
}

/** The Multikey of the bytes of a public key: 32 for Ed25519, a compressed point of 33 or 49 for P-256 and P-384. */
export function multikeyOf(algorithm: VerificationAlgorithm, bytes: Uint8Array): string {
  const kind = KINDS.find((one) => one.algorithm === algorithm);
  if (kind === undefined || bytes.length !== kind.keyBytes) {
    throw new RangeError(`A public key of ${algorithm} has ${kind?.keyBytes} bytes, not ${bytes.length}.`);
  }
  return `z${base58Encode(Uint8Array.from([...kind.header, ...bytes]))}`;
}

/**
 * The algorithm that a Multikey is for. It is the key that decides it: nothing that a credential says can change it.
 *
 * @returns undefined unless the text is a Multikey of a public key on one of these curves, in its one way of writing.
 * @see Controlled Identifiers 1.0, 2.2.2 (Multikey).
 */
export function verificationAlgorithmOf(publicKeyMultibase: string): VerificationAlgorithm | undefined {
  return find(publicKeyMultibase)?.kind.algorithm;
}

/** As `verificationAlgorithmOf`, for the algorithms that also sign here: `z6Mk…` is Ed25519, `zDna…` P-256. */
export function algorithmOfMultikey(publicKeyMultibase: string): KeyAlgorithm | undefined {
  const algorithm = verificationAlgorithmOf(publicKeyMultibase);
  return algorithm === 'P-384' ? undefined : algorithm;
}

/**
 * A Multikey as a key of node:crypto; the last 512 keys are kept.
 *
 * @throws {RangeError} when the text is no Multikey of Ed25519, P-256 or P-384.
 */
export function publicKeyObject(publicKeyMultibase: string): KeyObject {
  const key = find(publicKeyMultibase);
  if (key === undefined) {
    throw new RangeError(
      `"${publicKeyMultibase.slice(0, 120)}" is no Multikey of a public key of Ed25519, P-256 or P-384.`,
    );
  }
  return key.object;
}

/** Bytes of a signature by a key; undefined when the text is no Multikey. */
export function signatureBytesOf(publicKeyMultibase: string): number | undefined {
  return find(publicKeyMultibase)?.kind.signatureBytes;
}

/**
 * Checks a signature by the algorithm of the key: Ed25519, or ECDSA in the form of IEEE P1363 (r‖s) over SHA-256 for
 * P-256 and SHA-384 for P-384.
 *
 * @returns false for anything that does not fit, also for text that is no key and for a signature of another length.
 */
export function verifySignature(publicKeyMultibase: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = find(publicKeyMultibase);
  if (key === undefined || signature.length !== key.kind.signatureBytes) {
    return false;
  }
  return key.kind.hash === null
    ? verify(null, bytes, key.object, signature)
    : verify(key.kind.hash, bytes, { key: key.object, dsaEncoding: 'ieee-p1363' }, signature);
}
