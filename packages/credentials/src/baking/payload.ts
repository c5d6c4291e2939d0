/** Why a picture or a PDF gives no credential. */
export type BakedProblem =
  | 'not-this-format'
  | 'no-credential'
  | 'several-credentials'
  | 'open-badges-2'
  | 'damaged'
  | 'too-large'
  | 'document-type';

/** The text of the credential in a picture, or why there is none, in a sentence for a person. */
export type BakedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: BakedProblem; readonly message: string };

/** The most that a picture may have, in bytes. */
export const MAXIMUM_PICTURE_BYTES = 10 * 1024 * 1024;

/** The most that the text of a credential may have, in bytes. */
export const MAXIMUM_TEXT_BYTES = 1_000_000;

const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The refusal of a picture. */
export function refuse(reason: BakedProblem, message: string): BakedText {
  return { ok: false, reason, message };
}

/** What is said of a picture with a badge of the older standard. */
export const OLDER_BADGE =
  'This picture holds an Open Badges 2.0 badge, an older kind without a signature of its own. Ask its issuer for an ' +
  'Open Badges 3.0 credential.';

/**
 * Tells how a credential is baked: a compact JWS as it is, an embedded proof as JSON.
 *
 * @throws {RangeError} when the text is neither, or longer than a million bytes.
 * @see Open Badges 3.0, 5.3 (baked badge).
 */
export function formOf(text: string): 'compact-jws' | 'json' {
  if (Buffer.byteLength(text) > MAXIMUM_TEXT_BYTES) {
    throw new RangeError(`text must be at most ${MAXIMUM_TEXT_BYTES} bytes, which every credential is.`);
  }
  if (COMPACT_JWS.test(text)) {
    return 'compact-jws';
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError('text must be the JSON of a signed credential, or a compact JWS (header.payload.signature).');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError('text must be the JSON of one signed credential: an object.');
  }
  return 'json';
}
