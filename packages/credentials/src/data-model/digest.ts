import { createHash } from 'node:crypto';
import { base58Decode } from '../keys/base58.ts';

/** A hash algorithm that a digest may use. */
export type DigestAlgorithm = 'sha256' | 'sha384' | 'sha512';

/** A digest as a credential states it. */
export interface StatedDigest {
  readonly algorithm: DigestAlgorithm;
  /** In base64. */
  readonly value: string;
}

const LENGTHS: Readonly<Record<DigestAlgorithm, number>> = { sha256: 32, sha384: 48, sha512: 64 };
const ALGORITHMS: readonly DigestAlgorithm[] = ['sha256', 'sha384', 'sha512'];
/** Multihash codes; the length follows. */
const MULTIHASH: ReadonlyMap<number, DigestAlgorithm> = new Map([
  [0x12, 'sha256'],
  [0x20, 'sha384'],
  [0x13, 'sha512'],
]);

/**
 * Reads integrity metadata of one hash, such as `sha384-…`. The grammar leaves the length open: a value that is not as
 * long as the hash fits no document, but is one.
 *
 * @returns undefined when it is none.
 * @see Subresource Integrity, 3.5 (the integrity attribute, `hash-expression`).
 */
export function readDigestSri(text: unknown): StatedDigest | undefined {
  const [, name, value] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/]{1,128}={0,2})$/.exec(String(text)) ?? [];
  const algorithm = ALGORITHMS.find((one) => one === name);
  return typeof text === 'string' && algorithm !== undefined && value !== undefined
    ? { algorithm, value: Buffer.from(value, 'base64').toString('base64') }
    : undefined;
}

function multibaseBytes(text: string): Uint8Array | undefined {
  return /^u[\w-]+$/.test(text)
    ? Buffer.from(text.slice(1), 'base64url')
    : text.startsWith('z')
      ? base58Decode(text.slice(1))
      : undefined;
}

/**
 * Reads a multibase digest, with the header of a multihash or without one, as the data model's own examples are.
 *
 * @returns undefined when it is none.
 * @see Controlled Identifiers 1.0, 2.4 (Multibase) and 2.5 (Multihash).
 */
export function readDigestMultibase(text: unknown): StatedDigest | undefined {
  const bytes = typeof text === 'string' && text.length <= 128 ? multibaseBytes(text) : undefined;
  if (bytes === undefined) {
    return undefined;
  }
  const named = MULTIHASH.get(bytes[0] ?? -1);
  const [algorithm, digest] =
    named !== undefined && bytes[1] === LENGTHS[named] && bytes.length === LENGTHS[named] + 2
      ? [named, bytes.subarray(2)]
      : [ALGORITHMS.find((one) => LENGTHS[one] === bytes.length), bytes];
  return algorithm === undefined ? undefined : { algorithm, value: Buffer.from(digest).toString('base64') };
}

/** Tells whether a digest is that of the bytes. */
export function digestMatches(stated: StatedDigest, bytes: Uint8Array): boolean {
  return createHash(stated.algorithm).update(bytes).digest('base64') === stated.value;
}
