import { timeOfClaim } from '../jose/claims.ts';
import { readCompactJws } from '../jose/compact.ts';
import { mediaTypeOf } from '../jose/header.ts';
import { signatureProblem } from '../jose/signature.ts';
import { multikeyFromJwk } from '../keys.ts';
import { type Check, failed } from '../report.ts';
import { digestOf } from './library.ts';

/** What is known of a presentation, and what the verifier asked for. */
export interface BindingQuestion {
  /** The key binding token; an empty text when there is none. */
  readonly token: string;
  /** All before it, to the last "~": what its `sd_hash` is of. */
  readonly presented: string;
  /** The claim `cnf` of the credential. */
  readonly confirmation: unknown;
  readonly at: Date;
  readonly audience: string | undefined;
  readonly nonce: string | undefined;
}

/** A presentation is made for the moment; this many milliseconds the clocks and the way may take. */
const FRESH_FOR = 10 * 60_000;

function refuse(detail: string): Check {
  return failed('proof', 'proof-malformed', `The proof of the holder does not hold: ${detail}.`);
}

function claimsProblem(payload: Readonly<Record<string, unknown>>, question: BindingQuestion): Check | undefined {
  const { audience, nonce, at } = question;
  const signedAt = timeOfClaim(payload.iat);
  if (payload.sd_hash !== digestOf(question.presented)) {
    return refuse('it was made for another token, or for other disclosures (sd_hash)');
  }
  if (typeof payload.aud !== 'string' || typeof payload.nonce !== 'string' || signedAt === undefined) {
    return refuse('it must say for whom (aud), on which request (nonce) and when (iat) it was made');
  }
  if (audience !== undefined && payload.aud !== audience) {
    return refuse('it was made for another verifier (aud)');
  }
  if (nonce !== undefined && payload.nonce !== nonce) {
    return refuse('it answers another request (nonce)');
  }
  return nonce !== undefined && Math.abs(at.getTime() - signedAt) > FRESH_FOR
    ? refuse('it was not made just now (iat)')
    : undefined;
}

/**
 * Checks that who presents a token owns the key that it is bound to.
 *
 * @returns undefined when nothing speaks against it, also when no key binding is there and none was asked for.
 * @see RFC 9901 (SD-JWT), 7.3 (verifier) and 9.5 (key binding).
 */
export function keyBindingProblem(question: BindingQuestion): Check | undefined {
  const { token, confirmation, audience, nonce } = question;
  if (token === '') {
    return audience === undefined && nonce === undefined
      ? undefined
      : failed('proof', 'proof-missing', 'Nobody proved to be its holder: the key binding is missing.');
  }
  const jwk: unknown =
    typeof confirmation === 'object' && confirmation !== null ? Reflect.get(confirmation, 'jwk') : undefined;
  const holder = multikeyFromJwk(jwk);
  if (holder === undefined) {
    return refuse('the token is bound to no key that could have made it (cnf)');
  }
  const read = readCompactJws(token);
  if (!read.ok) {
    return refuse(read.problem);
  }
  if (mediaTypeOf(read.jws.header.typ) !== 'kb+jwt' || 'crit' in read.jws.header) {
    return refuse('its type (typ) is not "kb+jwt"');
  }
  const bad = signatureProblem(read.jws, holder);
  return bad === undefined ? claimsProblem(read.jws.payload, question) : refuse(bad.detail.replace(/\.$/, ''));
}
