import { createECDH, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { base58Decode, base58Encode } from './base58.ts';
import { algorithmOfMultikey, type KeyAlgorithm, multikeyOf } from './multikey.ts';
import type { Signer } from './signer.ts';

const SEED_BYTES = 32;
const SECRET_HEADERS = { Ed25519: [0x80, 0x26], 'P-256': [0x86, 0x26] } as const;
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The two halves of a key, each as multibase text. The secret half must be kept as a password is. */
export interface KeyMaterial {
  readonly publicKeyMultibase: string;
  /** `z…`: base58-btc of the multicodec header 0x8026 (Ed25519) or 0x8626 (P-256) and 32 bytes. */
  readonly secretKeyMultibase: string;
}

/** A key in memory that can sign. Printing it, or turning it into JSON, does not show the secret. */
export interface IssuerKey extends Signer {
  readonly publicKeyMultibase: string;
  /** The key for safekeeping; `importIssuerKey` reads it. */
  exportKey(): Promise<KeyMaterial>;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function ed25519Of(seed: Uint8Array): { secret: KeyObject; multikey: string } {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const { x } = secret.export({ format: 'jwk' });
  return { secret, multikey: multikeyOf('Ed25519', Buffer.from(x ?? '', 'base64url')) };
}

function p256Of(seed: Uint8Array): { secret: KeyObject; multikey: string } {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(seed);
  } catch {
    throw new RangeError('seed is no secret of P-256: it must lie between 1 and the order of the curve.');
  }
  const point = pair.getPublicKey();
  const x = base64url(point.subarray(1, 33));
  const y = base64url(point.subarray(33));
  const secret = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x, y, d: base64url(seed) }, format: 'jwk' });
  return { secret, multikey: multikeyOf('P-256', pair.getPublicKey(null, 'compressed')) };
}

function issuerKeyOf(seed: Uint8Array, algorithm: KeyAlgorithm, controller: string | undefined): IssuerKey {
  const { secret, multikey } = algorithm === 'Ed25519' ? ed25519Of(seed) : p256Of(seed);
  const owner = controller ?? `did:key:${multikey}`;
  const secretKeyMultibase = () => `z${base58Encode(Uint8Array.from([...SECRET_HEADERS[algorithm], ...seed]))}`;
  return {
    verificationMethod: `${owner}#${multikey}`,
    controller: owner,
    algorithm,
    publicKeyMultibase: multikey,
    sign: (bytes) =>
      algorithm === 'Ed25519'
        ? sign(null, bytes, secret)
        : sign('sha256', bytes, { key: secret, dsaEncoding: 'ieee-p1363' }),
    exportKey: async () => ({ publicKeyMultibase: multikey, secretKeyMultibase: secretKeyMultibase() }),
  };
}

/**
 * Makes a key.
 *
 * @param options.controller the issuer that the key belongs to, such as `did:web:example.org`; without it the key is
 *   its own issuer (did:key).
 * @param options.seed 32 random bytes: the seed of Ed25519, or the secret number of P-256; without it the operating
 *   system's randomness is used.
 * @param options.algorithm Ed25519 unless said otherwise.
 * @throws {RangeError} when the seed is not 32 bytes or no secret of the curve.
 * @see Controlled Identifiers 1.0, 2.2.2 (Multikey).
 */
export async function generateIssuerKey(
  options: { controller?: string; seed?: Uint8Array; algorithm?: KeyAlgorithm } = {},
): Promise<IssuerKey> {
  const { controller, algorithm = 'Ed25519' } = options;
  const seed = Uint8Array.from(options.seed ?? randomBytes(SEED_BYTES));
  if (seed.length !== SEED_BYTES) {
    throw new RangeError(`seed must have ${SEED_BYTES} bytes, not ${seed.length}.`);
  }
  return issuerKeyOf(seed, algorithm, controller);
}

function seedOf(algorithm: KeyAlgorithm, publicKeyMultibase: string, secretKeyMultibase: string): Uint8Array {
  const decoded = secretKeyMultibase.startsWith('z') ? base58Decode(secretKeyMultibase.slice(1)) : undefined;
  const [first, second] = SECRET_HEADERS[algorithm];
  const headed = decoded !== undefined && decoded[0] === first && decoded[1] === second;
  const seed = headed ? decoded.slice(2, 2 + SEED_BYTES) : undefined;
  const rest = headed ? decoded.subarray(2 + SEED_BYTES) : undefined;
  // Some tools write the public half of Ed25519 behind the seed.
  const fits =
    rest !== undefined &&
    (rest.length === 0 ||
      (algorithm === 'Ed25519' && rest.length === 32 && multikeyOf(algorithm, rest) === publicKeyMultibase));
  if (seed === undefined || seed.length !== SEED_BYTES || !fits) {
    throw new RangeError(`secretKeyMultibase must be a Multikey of a secret key of ${algorithm}: "z", then base58.`);
  }
  return seed;
}

/**
 * Reads a key that `exportKey` wrote. The public half tells the algorithm.
 *
 * @param options.controller as for `generateIssuerKey`.
 * @throws {RangeError} when a half is no key of Ed25519 or P-256 or the halves do not belong together.
 */
export async function importIssuerKey(options: KeyMaterial & { controller?: string }): Promise<IssuerKey> {
  const { publicKeyMultibase, secretKeyMultibase, controller } = options;
  const algorithm = algorithmOfMultikey(publicKeyMultibase);
  if (algorithm === undefined) {
    throw new RangeError('publicKeyMultibase must be a Multikey of Ed25519 (z6Mk…) or P-256 (zDna…).');
  }
  const key = issuerKeyOf(seedOf(algorithm, publicKeyMultibase, secretKeyMultibase), algorithm, controller);
  if (key.publicKeyMultibase !== publicKeyMultibase) {
    throw new RangeError(`publicKeyMultibase and secretKeyMultibase do not belong to one ${algorithm} key.`);
  }
  return key;
}

/** The did:key of a public key: an issuer that needs no web site, verified offline. */
export function didKeyOf(key: { readonly publicKeyMultibase: string }): string {
  return `did:key:${key.publicKeyMultibase}`;
}
