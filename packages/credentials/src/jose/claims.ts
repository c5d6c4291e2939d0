import { parseTimestamp } from '../dates.ts';
import { idOf, isObject, type JsonObject, listOf } from '../json.ts';
import type { Claims } from './compact.ts';

/** Claims that speak of the token; everything else in the payload is the credential. */
const OF_THE_TOKEN: ReadonlySet<string> = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf']);
const TIMES = ['exp', 'nbf', 'iat'] as const;

/** A payload, parted into what speaks of the token and what the token secures. */
export interface PartedPayload {
  readonly claims: Claims;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Parts the payload of a token. Nothing is judged. */
export function partPayload(payload: Claims): PartedPayload {
  const entries = Object.entries(payload);
  return {
    claims: Object.fromEntries(entries.filter(([name]) => OF_THE_TOKEN.has(name))),
    document: Object.fromEntries(entries.filter(([name]) => !OF_THE_TOKEN.has(name))),
  };
}

/**
 * Reads a NumericDate.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z; undefined when it is no time of the years 0 to 9999.
 * @see RFC 7519, 2.
 */
export function timeOfClaim(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 253_402_300_799 ? Math.round(value * 1_000) : undefined;
}

/** A time as a NumericDate: seconds since 1970-01-01T00:00:00Z, with a fraction only where the time has one. */
export function claimOfTime(milliseconds: number): number {
  return milliseconds / 1_000;
}

function subjectId(document: JsonObject): string | undefined {
  const [subject, ...more] = listOf(document.credentialSubject);
  return more.length === 0 && isObject(subject) ? idOf(subject) : undefined;
}

/**
 * The claims that Open Badges 3.0 wants beside the credential. `sub` stands only where the holder has an identifier.
 *
 * @see Open Badges 3.0, 8.2.4 (JWT payload).
 */
export function openBadgesClaims(document: JsonObject): JsonObject {
  const from = parseTimestamp(document.validFrom);
  const until = parseTimestamp(document.validUntil);
  const subject = subjectId(document);
  return {
    iss: idOf(document.issuer) ?? '',
    ...(typeof document.id === 'string' ? { jti: document.id } : {}),
    ...(subject === undefined ? {} : { sub: subject }),
    ...(from === undefined ? {} : { nbf: claimOfTime(from) }),
    ...(until === undefined ? {} : { exp: claimOfTime(until) }),
  };
}

/**
 * Where the claims of a token contradict the document that it secures, or are malformed.
 *
 * @param strict demands the claims of Open Badges, each equal to its member.
 * @returns undefined when they agree; else a clause.
 * @see Securing Verifiable Credentials using JOSE and COSE, 3.1.3; Open Badges 3.0, 8.2.4 (verify a credential).
 */
export function claimProblem(claims: Claims, document: JsonObject, strict: boolean): string | undefined {
  const pairs = [
    ['iss', 'issuer', idOf(document.issuer ?? document.holder)],
    ['jti', 'id', document.id],
    ['sub', 'credentialSubject.id', subjectId(document)],
  ] as const;
  for (const [claim, member, value] of pairs) {
    const differs = claim in claims ? claims[claim] !== value : strict && value !== undefined;
    // A token without an identifier in its subject may name one in "sub": nothing contradicts it.
    if (differs && !(value === undefined && !strict && typeof claims[claim] === 'string')) {
      return `its claim "${claim}" must be its ${member}`;
    }
  }
  const time = TIMES.find((name) => claims[name] !== undefined && timeOfClaim(claims[name]) === undefined);
  if (time !== undefined) {
    return `its claim "${time}" must be a number of seconds since 1970`;
  }
  return strict && timeOfClaim(claims.nbf) !== parseTimestamp(document.validFrom)
    ? 'its claim "nbf" must be its validFrom'
    : undefined;
}
