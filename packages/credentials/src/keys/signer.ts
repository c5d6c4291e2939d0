import type { KeyAlgorithm } from './multikey.ts';

/**
 * What signs. A key management service stands behind it as well as a key in memory: only `sign` touches the
 * secret.
 */
export interface Signer {
  /** URL of the public key, `controller` + '#' + fragment, for example `did:web:example.org#z6Mk…`. */
  readonly verificationMethod: string;
  /** The issuer that the key belongs to, for example `did:web:example.org`. */
  readonly controller: string;
  /** Decides the cryptosuites and the `alg` that the signer can make. */
  readonly algorithm: KeyAlgorithm;
  /**
   * Signs bytes of any length. Ed25519: pure, not prehashed (RFC 8032). P-256: ECDSA over SHA-256, in the form of IEEE
   * P1363 (r‖s), not DER. Both return 64 bytes.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

/** A public key as others see it: a Multikey of a DID document. */
export interface VerificationKey {
  /** URL of the key, `controller` + '#' + fragment. */
  readonly id: string;
  readonly controller: string;
  /** `z6Mk…` (Ed25519), `zDna…` (P-256) or `z82…` (P-384): base58-btc of a multicodec header and the key. */
  readonly publicKeyMultibase: string;
  /** From this time on nothing that the key signed is to be believed, whenever it was signed (xsd:dateTimeStamp). */
  readonly revoked?: string;
  /** As `revoked`, but known beforehand. To retire a key, stop signing with it and leave this out. */
  readonly expires?: string;
}

/** Bytes of every signature that a `Signer` returns. */
const SIGNATURE_BYTES = 64;

/**
 * Signs, and sees to it that a signature came back.
 *
 * @throws {RangeError} when the signer returns anything but 64 bytes (a DER signature of ECDSA has about 71). Errors of
 *   the signer itself pass through.
 */
export async function signatureOf(signer: Signer, bytes: Uint8Array): Promise<Uint8Array> {
  const signature = await signer.sign(bytes);
  if (!(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES) {
    throw new RangeError(`signer.sign must return the ${SIGNATURE_BYTES} bytes of a signature of ${signer.algorithm}.`);
  }
  return signature;
}
