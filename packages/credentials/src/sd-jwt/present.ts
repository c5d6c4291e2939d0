import { instantOf } from '../dates.ts';
import type { Signer } from '../keys.ts';
import { libraryFor } from './library.ts';

/** What binds a presentation to one exchange: the holder signs for whom it is, and the verifier's nonce. */
export interface KeyBinding {
  /** The holder's key, whose public half is the `cnf` of the token. */
  readonly signer: Signer;
  readonly audience: string;
  readonly nonce: string;
  readonly issuedAt: Date | string;
}

/**
 * Makes a presentation of a token that shows some of its claims.
 *
 * @param options.token as `issueSdJwtCredential` returned it.
 * @param options.disclose names of the claims to show; those that are always shown need not stand here.
 * @param options.keyBinding needed for a token with a holder's key when the verifier gives a nonce.
 * @throws {RangeError} when the token cannot be read, or has no such claim to disclose.
 * @see RFC 9901 (SD-JWT), 7.2 (holder) and 4.3 (key binding).
 */
export async function presentSdJwt(options: {
  token: string;
  disclose: readonly string[];
  keyBinding?: KeyBinding;
}): Promise<string> {
  const { token, disclose, keyBinding } = options;
  const library = libraryFor(keyBinding === undefined ? {} : { holder: keyBinding.signer });
  const known = await library.presentableKeys(token).catch(() => {
    throw new RangeError('token must be a token of selective disclosure, as issueSdJwtCredential returns it.');
  });
  const missing = disclose.find((name) => !known.includes(name));
  if (missing !== undefined) {
    throw new RangeError(`disclose names "${missing}", but the token can disclose only: ${known.join(', ')}.`);
  }
  const frame = Object.fromEntries(disclose.map((name) => [name, true]));
  if (keyBinding === undefined) {
    return library.present(token, frame);
  }
  const { audience: aud, nonce, issuedAt } = keyBinding;
  const iat = Math.floor(instantOf(issuedAt, 'keyBinding.issuedAt').getTime() / 1_000);
  return library.present(token, frame, { kb: { payload: { iat, aud, nonce } } });
}
