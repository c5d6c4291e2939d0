import { findRepeatedMember } from '../repeated-member.ts';

/** A JSON object as it was read: nothing in it is trusted. */
export type Claims = Readonly<Record<string, unknown>>;

/** The three parts of a signed token, read but not yet believed. */
export interface CompactJws {
  readonly header: Claims;
  readonly payload: Claims;
  /** The ASCII bytes that the signature is over: the first two segments and the period between them. */
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** A token in its parts, or the first reason why it is none, as a clause that follows "The token cannot be read:". */
export type ReadJws =
  | { readonly ok: true; readonly jws: CompactJws }
  | { readonly ok: false; readonly problem: string };

const MAX_CHARACTERS = 1_000_000;
const SEGMENT = /^[A-Za-z0-9_-]*$/;

class Refusal extends Error {}

/**
 * Bytes of base64url text in its one canonical writing: no padding, no other alphabet, no bits left over.
 *
 * @returns undefined for any other text. Several texts for the same bytes would let a token be changed unnoticed.
 * @see RFC 7515, 2 (Base64url Encoding); RFC 4648, 3.5.
 */
export function bytesOfBase64url(text: string): Uint8Array | undefined {
  if (!SEGMENT.test(text)) {
    return undefined;
  }
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? new Uint8Array(bytes) : undefined;
}

function bytesOf(segment: string, name: string): Uint8Array {
  const bytes = bytesOfBase64url(segment);
  if (bytes === undefined) {
    throw new Refusal(`its ${name} is not written in base64url without padding (RFC 7515, section 2)`);
  }
  return bytes;
}

function textOf(segment: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(segment, name));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`its ${name} is not UTF-8`);
  }
}

function objectOf(segment: string, name: string): Claims {
  const text = textOf(segment, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(`its ${name} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(`its ${name} is not a JSON object`);
  }
  const repeated = findRepeatedMember(text);
  if (repeated !== undefined) {
    throw new Refusal(`"${repeated.slice(0, 80)}" stands twice in its ${name}, so it says two things`);
  }
  return { ...value };
}

/**
 * Reads a compact JSON Web Signature without checking its signature.
 *
 * @param token anything; a problem comes back for what is no such token, and for one above a million characters.
 * @see RFC 7515, 3.1 (compact serialization) and 5.2; RFC 8725, 2.4 to 2.6 (what parsers get wrong).
 */
export function readCompactJws(token: unknown): ReadJws {
  if (typeof token !== 'string') {
    return { ok: false, problem: 'it is not text' };
  }
  if (token.length > MAX_CHARACTERS) {
    return { ok: false, problem: `it is longer than ${MAX_CHARACTERS} characters, which no credential is` };
  }
  const segments = token.split('.', 6);
  const [header = '', payload = '', signature = ''] = segments;
  if (segments.length === 5) {
    return { ok: false, problem: 'it has five segments: it is encrypted (JWE), not signed' };
  }
  if (segments.length !== 3) {
    return { ok: false, problem: 'a signed token has three segments with a period between them' };
  }
  try {
    const jws = {
      header: objectOf(header, 'header'),
      payload: objectOf(payload, 'payload'),
      signature: bytesOf(signature, 'signature'),
      signingInput: new TextEncoder().encode(`${header}.${payload}`),
    };
    return { ok: true, jws };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, problem: error.message };
    }
    throw error;
  }
}
