import { createHash } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { joseAlgorithmOf } from '../jose/header.ts';
import { type Signer, signatureOf } from '../keys.ts';

/** The one hash that is used and accepted (`_sd_alg`). */
export const HASH = 'sha-256';

function sha256(data: string | ArrayBuffer): Uint8Array {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : new Uint8Array(data);
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

/**
 * The digest of a disclosure, or of a presented token for key binding: base64url of the SHA-256 of its ASCII text.
 *
 * @see RFC 9901 (SD-JWT), 4.2.3 and 4.3.1.
 */
export function digestOf(text: string): string {
  return Buffer.from(sha256(text)).toString('base64url');
}

async function signText(signer: Signer, text: string): Promise<string> {
  return Buffer.from(await signatureOf(signer, new TextEncoder().encode(text))).toString('base64url');
}

/**
 * The library that writes tokens and picks disclosures. It verifies nothing here: it would fetch type metadata and
 * status lists, and reads the clock.
 */
export function libraryFor(parties: { issuer?: Signer; holder?: Signer; salt?: () => string }): SDJwtVcInstance {
  const { issuer, holder, salt } = parties;
  return new SDJwtVcInstance({
    hasher: sha256,
    hashAlg: HASH,
    ...(salt === undefined ? {} : { saltGenerator: salt }),
    ...(issuer === undefined
      ? {}
      : { signer: (text: string) => signText(issuer, text), signAlg: joseAlgorithmOf(issuer.algorithm) }),
    ...(holder === undefined
      ? {}
      : { kbSigner: (text: string) => signText(holder, text), kbSignAlg: joseAlgorithmOf(holder.algorithm) }),
  });
}
