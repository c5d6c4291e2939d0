import * as Multikey from '@digitalbazaar/ed25519-multikey';

/**
 * What signs. A key management service stands behind it as well as a key in memory: only `sign` touches the
 * secret.
 */
export interface Signer {
  /** URL of the public key, `controller` + '#' + fragment, for example `did:web:example.org#z6Mk…`. */
  readonly verificationMethod: string;
  /** The issuer that the key belongs to, for example `did:web:example.org`. */
  readonly controller: string;
  /** Signs 64 bytes with Ed25519 (RFC 8032, pure, not prehashed) and returns the 64 bytes of the signature. */
  sign(bytes: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

/** A public Ed25519 key as others see it: a Multikey of a DID document. */
export interface VerificationKey {
  /** URL of the key, `controller` + '#' + fragment. */
  readonly id: string;
  readonly controller: string;
  /** `z6Mk…`: base58-btc of the multicodec header 0xed01 and the 32 bytes of the key. */
  readonly publicKeyMultibase: string;
  /** From this time on nothing that the key signed is to be believed, whenever it was signed (xsd:dateTimeStamp). */
  readonly revoked?: string;
  /** As `revoked`, but known beforehand. To retire a key, stop signing with it and leave this out. */
  readonly expires?: string;
}

/** The two halves of a key, each as multibase text. The secret half must be kept as a password is. */
export interface KeyMaterial {
  readonly publicKeyMultibase: string;
  /** `z…`: base58-btc of the multicodec header 0x8026 and the 32 bytes of the seed. */
  readonly secretKeyMultibase: string;
}

/** An Ed25519 key in memory that can sign. Printing it, or turning it into JSON, does not show the secret. */
export interface IssuerKey extends Signer {
  readonly publicKeyMultibase: string;
  /** The key for safekeeping; `importIssuerKey` reads it. */
  exportKey(): Promise<KeyMaterial>;
}

function issuerKeyOf(pair: Multikey.KeyPair, controller: string | undefined): IssuerKey {
  const { publicKeyMultibase } = pair;
  const owner = controller ?? `did:key:${publicKeyMultibase}`;
  const signer = pair.signer();
  return {
    verificationMethod: `${owner}#${publicKeyMultibase}`,
    controller: owner,
    publicKeyMultibase,
    sign: (bytes) => signer.sign({ data: bytes }),
    async exportKey() {
      const { secretKeyMultibase } = await pair.export({ publicKey: true, secretKey: true, canonicalize: true });
      if (secretKeyMultibase === undefined) {
        throw new TypeError('The key has no secret half.');
      }
      return { publicKeyMultibase, secretKeyMultibase };
    },
  };
}

/**
 * Makes an Ed25519 key.
 *
 * @param options.controller the issuer that the key belongs to, such as `did:web:example.org`; without it the key is
 *   its own issuer (did:key).
 * @param options.seed 32 random bytes; without it the operating system's randomness is used.
 * @throws {TypeError|Error} when the seed is not 32 bytes.
 * @see Data Integrity EdDSA Cryptosuites 1.0, Multikey.
 */
export async function generateIssuerKey(options: { controller?: string; seed?: Uint8Array } = {}): Promise<IssuerKey> {
  const pair = await Multikey.generate(options.seed === undefined ? {} : { seed: options.seed });
  return issuerKeyOf(pair, options.controller);
}

/**
 * Reads a key that `exportKey` wrote.
 *
 * @param options.controller as for `generateIssuerKey`.
 * @throws {RangeError} when a half is no Ed25519 key or the halves do not belong together.
 */
export async function importIssuerKey(options: KeyMaterial & { controller?: string }): Promise<IssuerKey> {
  const { publicKeyMultibase, secretKeyMultibase, controller } = options;
  const seed = await seedOf(publicKeyMultibase, secretKeyMultibase);
  const key = await generateIssuerKey({ seed, ...(controller === undefined ? {} : { controller }) });
  const exported = await key.exportKey();
  if (exported.publicKeyMultibase !== publicKeyMultibase) {
    throw new RangeError('publicKeyMultibase and secretKeyMultibase do not belong to one Ed25519 key.');
  }
  return key;
}

async function seedOf(publicKeyMultibase: string, secretKeyMultibase: string): Promise<Uint8Array> {
  try {
    const pair = await Multikey.from({ type: 'Multikey', publicKeyMultibase, secretKeyMultibase });
    const { secretKey } = await pair.export({ raw: true, secretKey: true });
    const written = await pair.export({ publicKey: true, secretKey: true });
    // The library skips the multicodec header unread; writing the key again tells whether it was the right one.
    if (secretKey !== undefined && written.secretKeyMultibase === secretKeyMultibase) {
      return Uint8Array.from(secretKey.subarray(0, 32));
    }
  } catch {
    // Answered below: the library's own message may quote key material.
  }
  throw new RangeError('secretKeyMultibase must be a Multikey of an Ed25519 secret key: "z", then base58.');
}

/**
 * Tells whether text is a Multikey of an Ed25519 public key, written in its one canonical way.
 *
 * @see Controlled Identifiers 1.0, Multikey; did:key, signature method creation (multicodec 0xed01).
 */
export async function isEd25519Multikey(publicKeyMultibase: string): Promise<boolean> {
  if (!/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/.test(publicKeyMultibase)) {
    return false;
  }
  try {
    const pair = await Multikey.from({ type: 'Multikey', publicKeyMultibase });
    const written = await pair.export({ publicKey: true });
    return written.publicKeyMultibase === publicKeyMultibase;
  } catch {
    return false;
  }
}

/** The did:key of a public key: an issuer that needs no web site, verified offline. */
export function didKeyOf(key: { readonly publicKeyMultibase: string }): string {
  return `did:key:${key.publicKeyMultibase}`;
}
