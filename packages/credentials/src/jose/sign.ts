import type { JsonObject } from '../json.ts';
import { type Signer, signatureOf } from '../keys.ts';
import { joseAlgorithmOf } from './header.ts';

function segment(value: object): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}

/**
 * Signs an object as a compact JSON Web Signature. The header holds `alg`, `kid`, and then what is given.
 *
 * @param options.header further header parameters, such as `typ`.
 * @param options.kid name of the key in the header; false leaves it out, where the verifier knows the key.
 * @throws {RangeError} when the signer returns no 64 bytes. Errors of the signer itself pass through.
 * @see RFC 7515, 5.1.
 */
export async function signCompactJws(options: {
  header: Readonly<Record<string, string>>;
  payload: JsonObject;
  signer: Signer;
  kid?: boolean;
}): Promise<string> {
  const { header, payload, signer, kid = true } = options;
  const named = kid ? { kid: signer.verificationMethod } : {};
  const input = `${segment({ alg: joseAlgorithmOf(signer.algorithm), ...named, ...header })}.${segment(payload)}`;
  const signature = await signatureOf(signer, new TextEncoder().encode(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}
