import { createBudget, type WorkBudget } from '../data-integrity/budget.ts';
import { instantOf } from '../dates.ts';
import { timeOfClaim } from '../jose/claims.ts';
import { type Claims, type CompactJws, readCompactJws } from '../jose/compact.ts';
import { mediaTypeOf } from '../jose/header.ts';
import { checkJwsSignature } from '../jose/signature.ts';
import { type TokenVerifyOptions, unreadable } from '../jose/verify.ts';
import { screenDocument } from '../json.ts';
import { type Check, failed, passed, reportOf, unchecked, type VerificationReport } from '../report.ts';
import type { ResolveKey } from '../resolve.ts';
import { checkStatus, type StatusLists } from '../status/check.ts';
import { ALWAYS_SHOWN } from './content.ts';
import { applyDisclosures } from './disclosures.ts';
import { keyBindingProblem } from './key-binding.ts';

/** A report, and what the token says: its own claims and those that were disclosed. */
export type SdJwtVerificationReport = VerificationReport & {
  readonly claims?: Claims;
  /** Names of the claims that the holder chose to show. */
  readonly disclosed?: readonly string[];
  /** How many digests stand without a disclosure: claims kept back, and decoys. */
  readonly undisclosed?: number;
  /** Whether the presenter proved to own the key of the token. */
  readonly holderBound?: boolean;
};

/** What `verifySdJwtCredential` takes. */
export type SdJwtVerifyOptions = {
  readonly token: unknown;
  readonly audience?: string | undefined;
  readonly nonce?: string | undefined;
} & TokenVerifyOptions;

const MAX_CHARACTERS = 1_000_000;
const TIMES = ['iat', 'nbf', 'exp'];
const TYPES = ['dc+sd-jwt', 'vc+sd-jwt'];

function structureOf(claims: Claims): Check {
  const problem =
    typeof claims.vct !== 'string' || claims.vct === ''
      ? 'it does not say of which type it is (vct)'
      : typeof claims.iss !== 'string' || claims.iss === ''
        ? 'it does not name its issuer (iss)'
        : TIMES.some((name) => claims[name] !== undefined && timeOfClaim(claims[name]) === undefined)
          ? `its times (${TIMES.join(', ')}) must be numbers of seconds since 1970`
          : undefined;
  return problem === undefined
    ? passed(
        'structure',
        `It is a credential of selective disclosure, of the type ${String(claims.vct).slice(0, 200)}.`,
      )
    : failed('structure', 'malformed', `The token is not well-formed: ${problem}.`);
}

function issuerOf(claims: Claims, controller: string | undefined): Check {
  const { iss } = claims;
  return controller === undefined || typeof iss !== 'string'
    ? unchecked('issuer', 'not-reached', 'Who signed is known only when the signature fits.')
    : iss === controller
      ? passed('issuer', `It was signed by the issuer that it names, ${iss}.`)
      : failed('issuer', 'issuer-mismatch', `It names ${iss} as its issuer but was signed by ${controller}.`);
}

function datesOf(claims: Claims, at: Date): Check {
  const from = timeOfClaim(claims.nbf);
  const until = timeOfClaim(claims.exp);
  if (from !== undefined && at.getTime() < from) {
    return failed('dates', 'not-yet-valid', `It is valid from ${new Date(from).toISOString()} on.`);
  }
  if (until === undefined) {
    return passed('dates', 'It is valid without an end.');
  }
  const end = new Date(until).toISOString();
  return at.getTime() > until
    ? failed('dates', 'expired', `It was valid until ${end}.`)
    : passed('dates', `It is valid until ${end}.`);
}

async function statusOf(
  claims: Claims,
  at: Date,
  statusLists: StatusLists,
  resolveKey: ResolveKey | undefined,
  budget: WorkBudget,
): Promise<Check> {
  const { iss, credentialStatus } = claims;
  if (claims.status !== undefined && credentialStatus === undefined) {
    const detail = 'Its status is kept in a token status list, which cannot be read here.';
    return unchecked('status', 'status-unsupported', detail);
  }
  const members = { issuer: iss, ...(credentialStatus === undefined ? {} : { credentialStatus }) };
  const screened = screenDocument(members);
  return screened.ok
    ? checkStatus(screened.document, at, statusLists, resolveKey, undefined, budget.lists)
    : failed('status', 'malformed', `The reference to its status list cannot be read: ${screened.problem}.`);
}

interface Parts {
  readonly jws: CompactJws;
  readonly disclosures: readonly string[];
  readonly binding: string;
  readonly presented: string;
}

function readParts(token: unknown): Parts | string {
  if (typeof token !== 'string' || token.length > MAX_CHARACTERS) {
    return typeof token === 'string' ? `it is longer than ${MAX_CHARACTERS} characters` : 'it is not text';
  }
  const [first = '', ...rest] = token.split('~');
  const binding = rest.at(-1);
  if (binding === undefined) {
    return 'a token of selective disclosure has a "~" after each of its parts';
  }
  const read = readCompactJws(first);
  if (!read.ok) {
    return read.problem;
  }
  const type = mediaTypeOf(read.jws.header.typ) ?? '';
  return TYPES.includes(type)
    ? { jws: read.jws, disclosures: rest.slice(0, -1), binding, presented: token.slice(0, token.lastIndexOf('~') + 1) }
    : `its type (typ) is "${type.slice(0, 60)}", not "dc+sd-jwt"`;
}

/**
 * Verifies a credential of selective disclosure (SD-JWT VC), as issued or as presented: the same six checks as
 * `verifyCredential`. The type (`vct`) takes the place of the contexts; nothing is fetched for it.
 *
 * Every disclosure must belong to the token, stand once, and be used. With `audience` or `nonce` the holder must have
 * proved to own the key of the token, for this verifier and this request, within ten minutes of `at`.
 *
 * @param options.token any value at all; a report comes back for every one. At most a million characters.
 * @param options.audience the verifier's own name, as it gave it to the wallet.
 * @param options.nonce what the verifier asked to be signed. Whether it was used before is the verifier's to know.
 * @returns the report, and the claims where the token could be read. `credentialStatus` among them names lists as in
 *   a credential.
 * @throws {RangeError} only when `at` is no time.
 * @see SD-JWT-based Verifiable Credentials (draft-ietf-oauth-sd-jwt-vc), 2.4; RFC 9901 (SD-JWT), 7.
 */
export async function verifySdJwtCredential(options: SdJwtVerifyOptions): Promise<SdJwtVerificationReport> {
  return verifySdJwtWithin(options, createBudget());
}

/** As `verifySdJwtCredential`, with what is left of the work that all credentials of a presentation may cause. */
export async function verifySdJwtWithin(
  options: SdJwtVerifyOptions,
  budget: WorkBudget,
): Promise<SdJwtVerificationReport> {
  const { statusLists = new Map(), resolveKey, audience, nonce } = options;
  const at = instantOf(options.at, 'at');
  const parts = readParts(options.token);
  if (typeof parts === 'string') {
    return unreadable('The token', parts);
  }
  const applied = applyDisclosures(parts.jws.payload, parts.disclosures, ALWAYS_SHOWN);
  if (!applied.ok) {
    return unreadable('The token', applied.problem);
  }
  const { claims, disclosed, undisclosed } = applied;
  const issuer = typeof claims.iss === 'string' ? claims.iss : undefined;
  const signature = await checkJwsSignature(parts.jws, issuer, at, resolveKey);
  const { binding: token, presented } = parts;
  const unbound =
    signature.check.result === 'passed'
      ? keyBindingProblem({ token, presented, confirmation: claims.cnf, at, audience, nonce })
      : undefined;
  const report = reportOf([
    structureOf(claims),
    passed('contexts', 'A token of selective disclosure needs no contexts: its type says what its claims mean.'),
    unbound ?? signature.check,
    issuerOf(claims, signature.key?.controller),
    datesOf(claims, at),
    await statusOf(claims, at, statusLists, resolveKey, budget),
  ]);
  const holderBound = token !== '' && unbound === undefined && signature.check.result === 'passed';
  return { ...report, claims, disclosed, undisclosed, holderBound };
}
