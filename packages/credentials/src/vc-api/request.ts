import { isObject, type Json, type JsonObject } from '../json.ts';
import { findRepeatedMember } from '../repeated-member.ts';
import { type ProblemDetails, problem } from './problem.ts';

/** A request to the API, as a server read it. */
export interface VcApiRequest {
  readonly method: string;
  /** Path of the address, query and all; the API may stand under a prefix of the server's own, cut off before. */
  readonly path: string;
  /** The body as it came, bytes or text in JSON, or a value that was read from JSON already. */
  readonly body?: unknown;
}

/** What the server is to answer. */
export interface VcApiResponse {
  readonly status: 200 | 201 | 204 | 400 | 404 | 405;
  /** To be written as JSON; undefined for an answer without a body. */
  readonly body?: object;
  readonly contentType: 'application/json' | 'application/ld+json';
}

/** The longest body that is read; a server should stop reading there. */
export const MAX_BODY_BYTES = 10_000_000;

/** A body that was read, or why it was not. */
export type ReadBody =
  | { readonly ok: true; readonly body: JsonObject; readonly options: JsonObject }
  | { readonly ok: false; readonly error: ProblemDetails };

const refuse = (detail: string): ReadBody => ({ ok: false, error: problem('parsing', detail) });

function textOf(body: string | Uint8Array): string | undefined {
  try {
    return typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parse(body: string | Uint8Array): { ok: true; value: unknown } | { ok: false; detail: string } {
  if (body.length > MAX_BODY_BYTES) {
    return { ok: false, detail: `The body is longer than ${MAX_BODY_BYTES} bytes.` };
  }
  const text = textOf(body);
  if (text === undefined || text.trim() === '') {
    return { ok: false, detail: text === undefined ? 'The body is not in UTF-8.' : 'The body is empty.' };
  }
  try {
    const value: unknown = JSON.parse(text);
    const repeated = findRepeatedMember(text);
    return repeated === undefined
      ? { ok: true, value }
      : { ok: false, detail: `"${repeated.slice(0, 80)}" stands twice in one object.` };
  } catch {
    return { ok: false, detail: 'The body is not JSON.' };
  }
}

/**
 * Reads the body of a request: one JSON object, no name twice, at most 10 MB. What is inside is not looked at.
 *
 * @see Verifiable Credentials API, 3 (messages are JSON objects); RFC 8259, 4.
 */
export function readBody(given: unknown): ReadBody {
  const parsed =
    typeof given === 'string' || given instanceof Uint8Array ? parse(given) : { ok: true as const, value: given };
  if (!parsed.ok) {
    return refuse(parsed.detail);
  }
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('The body must be one JSON object.');
  }
  const body = value as JsonObject;
  const options: Json = body.options ?? {};
  return isObject(options) ? { ok: true, body, options } : refuse('"options" must be an object.');
}
