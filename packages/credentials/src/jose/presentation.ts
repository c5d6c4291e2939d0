import { CREDENTIALS_CONTEXT } from '../contexts.ts';
import { createBudget, type WorkBudget } from '../data-integrity/budget.ts';
import { instantOf } from '../dates.ts';
import { hasType, idOf, type JsonObject, listOf, screenDocument } from '../json.ts';
import type { Signer } from '../keys.ts';
import { type Check, failed, passed, reportOf, unchecked, type VerificationReport } from '../report.ts';
import { verifyWithin } from '../verify.ts';
import { claimOfTime, claimProblem, partPayload, timeOfClaim } from './claims.ts';
import { type Claims, readCompactJws } from './compact.ts';
import { verifyEnveloped } from './enveloped.ts';
import { mediaTypeOf } from './header.ts';
import { signCompactJws } from './sign.ts';
import { checkJwsSignature } from './signature.ts';
import { type TokenVerifyOptions, unreadable } from './verify.ts';

/** The report on a presentation and one for each of its credentials; `verified` only when all are. */
export type JwtPresentationReport = VerificationReport & { readonly credentials: readonly VerificationReport[] };

const MAX_CREDENTIALS = 64;

/**
 * Signs a presentation as a JSON Web Token, for one verifier.
 *
 * @param options.credentials signed credentials, tokens in envelopes (`envelopeCredential`) among them.
 * @param options.audience whom it is made for, claim `aud`.
 * @param options.nonce what the verifier gave, claim `nonce`, so that it cannot be shown twice.
 * @param options.issuedAt claim `iat`, cut to the second.
 * @throws {RangeError} when `issuedAt` is no time.
 * @see Securing Verifiable Credentials using JOSE and COSE, 3.1.2.
 */
export async function issueJwtPresentation(options: {
  credentials: readonly JsonObject[];
  signer: Signer;
  issuedAt: Date | string;
  audience?: string;
  nonce?: string;
}): Promise<string> {
  const { credentials, signer, audience, nonce } = options;
  const seconds = Math.floor(instantOf(options.issuedAt, 'issuedAt').getTime() / 1_000);
  const payload: JsonObject = {
    '@context': [CREDENTIALS_CONTEXT],
    type: ['VerifiablePresentation'],
    holder: signer.controller,
    verifiableCredential: [...credentials],
    iss: signer.controller,
    iat: claimOfTime(seconds * 1_000),
    ...(audience === undefined ? {} : { aud: audience }),
    ...(nonce === undefined ? {} : { nonce }),
  };
  return signCompactJws({ header: { typ: 'vp+jwt', cty: 'vp' }, payload, signer });
}

interface Expected {
  readonly at: Date;
  readonly audience: string | undefined;
  readonly nonce: string | undefined;
}

function structureOf(claims: Claims, document: JsonObject, count: number): Check {
  const problem = !hasType(document, 'VerifiablePresentation')
    ? 'its type must include VerifiablePresentation'
    : listOf(document['@context'])[0] !== CREDENTIALS_CONTEXT
      ? `its @context must begin with ${CREDENTIALS_CONTEXT}`
      : count === 0 || count > MAX_CREDENTIALS
        ? `it must hold 1 to ${MAX_CREDENTIALS} credentials`
        : claimProblem(claims, document, false);
  return problem === undefined
    ? passed('structure', 'It is a verifiable presentation.')
    : failed('structure', 'malformed', `The presentation is not well-formed: ${problem}.`);
}

/** Made for whom, and for which exchange: without these a presentation can be shown again by whoever saw it. */
function exchangeOf(check: Check, claims: Claims, nonce: unknown, expected: Expected): Check {
  const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const until = timeOfClaim(claims.exp);
  return check.result !== 'passed'
    ? check
    : (expected.audience !== undefined || claims.aud !== undefined) && !audiences.includes(expected.audience)
      ? failed('proof', 'proof-malformed', 'The presentation was made for another verifier (aud).')
      : expected.nonce !== undefined && nonce !== expected.nonce
        ? failed('proof', 'proof-malformed', 'The presentation does not answer this request (nonce).')
        : until !== undefined && until < expected.at.getTime()
          ? failed('proof', 'proof-expired', `The presentation was good until ${new Date(until).toISOString()}.`)
          : check;
}

function holderOf(document: JsonObject, claims: Claims, controller: string | undefined): Check {
  const holder = idOf(document.holder) ?? claims.iss;
  return controller === undefined
    ? unchecked('issuer', 'not-reached', 'Who signed is known only when the signature fits.')
    : holder !== undefined && holder !== controller
      ? failed('issuer', 'issuer-mismatch', `It names ${holder} as its holder but was signed by ${controller}.`)
      : passed('issuer', `It was presented by ${controller}.`);
}

/** The document without its credentials: those are screened and verified each by itself, under its own contexts. */
function partCredentials(document: Readonly<Record<string, unknown>>) {
  const { verifiableCredential: value, nonce, ...frame } = document;
  const credentials: readonly unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return { frame, nonce, credentials };
}

function verifyOne(credential: unknown, means: TokenVerifyOptions, budget: WorkBudget): Promise<VerificationReport> {
  const screened = screenDocument(credential, { profile: means.profile ?? 'plain' });
  return screened.ok && hasType(screened.document, 'EnvelopedVerifiableCredential')
    ? verifyEnveloped({ enveloped: credential, ...means }, budget)
    : verifyWithin({ credential, ...means }, budget);
}

/**
 * Verifies a presentation that is secured as a JSON Web Token, and each credential in it.
 *
 * @param options.token any value at all; a report comes back for every one.
 * @param options.audience the verifier's own name; a presentation made for someone is refused without it.
 * @param options.nonce what the verifier asked to be signed.
 * @returns six checks, of which `issuer` speaks of the holder and `status` always passes, and the reports on the
 *   credentials in their order.
 * @throws {RangeError} only when `at` is no time.
 * @see Securing Verifiable Credentials using JOSE and COSE, 3.1.2; Verifiable Credentials Data Model 2.0, 4.13 and 7.1.
 */
export async function verifyJwtPresentation(
  options: {
    readonly token: unknown;
    readonly audience?: string | undefined;
    readonly nonce?: string | undefined;
  } & TokenVerifyOptions,
): Promise<JwtPresentationReport> {
  const at = instantOf(options.at, 'at');
  const read = readCompactJws(options.token);
  if (!read.ok) {
    return { ...unreadable('The presentation', read.problem), credentials: [] };
  }
  const { header, payload } = read.jws;
  const type = mediaTypeOf(header.typ);
  if (type !== 'vp+jwt' || 'vp' in payload || 'vc' in payload) {
    const problem = type === 'vp+jwt' ? 'it has a claim "vp" or "vc"' : 'its type (typ) is not "vp+jwt"';
    return { ...unreadable('The presentation', problem), credentials: [] };
  }
  const { claims, document: secured } = partPayload(payload);
  const { frame, nonce, credentials } = partCredentials(secured);
  const screened = screenDocument(frame, { profile: options.profile ?? 'plain' });
  if (!screened.ok) {
    return { ...unreadable('The presentation', screened.problem), credentials: [] };
  }
  const { resolveKey, statusLists, profile } = options;
  const means: TokenVerifyOptions = { at, resolveKey, statusLists, profile };
  const reports: VerificationReport[] = [];
  const budget = createBudget();
  for (const credential of credentials.slice(0, MAX_CREDENTIALS)) {
    reports.push(await verifyOne(credential, means, budget));
  }
  const { document } = screened;
  const signature = await checkJwsSignature(read.jws, idOf(document.holder), at, resolveKey, 'authentication');
  const expected: Expected = { at, audience: options.audience, nonce: options.nonce };
  const own = reportOf([
    structureOf(claims, document, credentials.length),
    passed('contexts', 'Each credential in it is checked under its own contexts.'),
    exchangeOf(signature.check, claims, nonce, expected),
    holderOf(document, claims, signature.key?.controller),
    passed('dates', 'A presentation has no period of validity of its own.'),
    passed('status', 'A presentation has no status of its own.', 'no-status'),
  ]);
  return { ...own, verified: own.verified && reports.every((report) => report.verified), credentials: reports };
}
