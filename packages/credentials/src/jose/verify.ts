import { createBudget, type WorkBudget } from '../data-integrity/budget.ts';
import { checkContexts } from '../data-model/check-contexts.ts';
import { instantOf, parseTimestamp } from '../dates.ts';
import { idOf, type JsonObject, screenDocument } from '../json.ts';
import { type Check, type CheckId, failed, reportOf, unchecked, type VerificationReport } from '../report.ts';
import { checkDates, checkIssuer } from '../signed.ts';
import { checkStatus } from '../status/check.ts';
import { checkStructure, type StructureOptions } from '../structure.ts';
import type { VerifyOptions } from '../verify.ts';
import { claimProblem, partPayload, timeOfClaim } from './claims.ts';
import { type Claims, type CompactJws, readCompactJws } from './compact.ts';
import { mediaTypeOf } from './header.ts';
import { checkJwsSignature } from './signature.ts';

/** What the verifications of tokens take beside the token; as for `verifyCredential`. */
export type TokenVerifyOptions = Pick<
  VerifyOptions,
  'at' | 'statusLists' | 'resolveKey' | 'profile' | 'relatedResources'
>;

/** A report, and the credential that the token secures; whether to believe it is what the report says. */
export type JwtVerificationReport = VerificationReport & { readonly credential?: JsonObject };

const AFTER_STRUCTURE: readonly CheckId[] = ['contexts', 'proof', 'issuer', 'dates', 'status'];

/** The report on what cannot be read at all: the first check fails, the others were not reached. */
export function unreadable(what: string, problem: string): VerificationReport {
  const detail = `${what} cannot be read: ${problem}.`;
  const rest = AFTER_STRUCTURE.map((id) => unchecked(id, 'not-reached', `${what} cannot be read.`));
  return reportOf([failed('structure', 'unreadable', detail), ...rest]);
}

function typeProblem(header: Claims, payload: Claims): string | undefined {
  const type = mediaTypeOf(header.typ);
  const content = mediaTypeOf(header.cty);
  if ('vc' in payload || 'vp' in payload) {
    const name = 'vc' in payload ? 'vc' : 'vp';
    return (
      `it keeps its content in a claim "${name}", as version 1.1 of the data model did; ` +
      'version 2.0 forbids that claim, and only version 2.0 is read here'
    );
  }
  if (type !== undefined && type !== 'vc+jwt' && type !== 'jwt') {
    return `its type (typ) is "${type.slice(0, 60)}", not "vc+jwt"`;
  }
  return content !== undefined && content !== 'vc'
    ? `its content type (cty) is "${content.slice(0, 60)}", not "vc"`
    : undefined;
}

/** Without the explicit type of the W3C only the claims of Open Badges tell a credential from another token. */
function isOpenBadgesForm(header: Claims): boolean {
  return mediaTypeOf(header.typ) !== 'vc+jwt';
}

function structureOf(jws: CompactJws, claims: Claims, document: JsonObject, options: StructureOptions): Check {
  const problem =
    claimProblem(claims, document, isOpenBadgesForm(jws.header)) ??
    ('aud' in claims ? 'it is addressed to one audience (aud), and a credential is for everyone' : undefined);
  return problem === undefined
    ? checkStructure(document, options)
    : failed('structure', 'malformed', `The token is not well-formed: ${problem}.`);
}

/** `exp` is the end of the signature; where it repeats validUntil, the check of the dates speaks of it. */
function proofAt(check: Check, claims: Claims, document: JsonObject, at: Date): Check {
  const until = timeOfClaim(claims.exp);
  const begins = timeOfClaim(claims.nbf);
  const own = until !== undefined && until !== parseTimestamp(document.validUntil);
  if (check.result !== 'passed') {
    return check;
  }
  if (own && until < at.getTime()) {
    return failed('proof', 'proof-expired', `The signature was good until ${new Date(until).toISOString()}.`);
  }
  return begins !== undefined && begins !== parseTimestamp(document.validFrom) && at.getTime() < begins
    ? failed('proof', 'proof-expired', `The signature is good from ${new Date(begins).toISOString()} on.`)
    : check;
}

/**
 * Verifies a credential that is secured as a JSON Web Token: the same six checks as `verifyCredential`.
 *
 * The key decides how the signature is checked, and is looked up by `kid` alone. Accepted are tokens of the type
 * `vc+jwt`, and those of the type `JWT`, or of none, that repeat the credential in their claims as Open Badges 3.0 wants.
 * The signature covers the JSON as it stands, so a term that no context defines is no fault here; a Data Integrity
 * proof in the credential is not checked.
 *
 * @param options.token any value at all; a report comes back for every one. At most a million characters.
 * @param options.at the instant for which the answer holds.
 * @param options.statusLists the lists that `statusListUrls(report.credential)` names.
 * @returns the report, and the credential where the payload is one, without the claims of the token.
 * @throws {RangeError} only when `at` is no time.
 * @see Securing Verifiable Credentials using JOSE and COSE, 3.1; Open Badges 3.0, 8.2.4; RFC 8725.
 */
export async function verifyJwtCredential(
  options: { readonly token: unknown } & TokenVerifyOptions,
): Promise<JwtVerificationReport> {
  return verifyJwtWithin(options, createBudget());
}

/** As `verifyJwtCredential`, with what is left of the work that all credentials of a presentation may cause. */
export async function verifyJwtWithin(
  options: { readonly token: unknown } & TokenVerifyOptions,
  budget: WorkBudget,
): Promise<JwtVerificationReport> {
  const { token, statusLists = new Map(), resolveKey, profile = 'plain', relatedResources } = options;
  const at = instantOf(options.at, 'at');
  const read = readCompactJws(token);
  if (!read.ok) {
    return unreadable('The token', read.problem);
  }
  const { jws } = read;
  const wrongType = typeProblem(jws.header, jws.payload);
  if (wrongType !== undefined) {
    return unreadable('The token', wrongType);
  }
  const { claims, document: secured } = partPayload(jws.payload);
  const screened = screenDocument(secured, { profile });
  if (!screened.ok) {
    return unreadable('The credential', screened.problem);
  }
  const { document } = screened;
  const signature = await checkJwsSignature(jws, idOf(document.issuer), at, resolveKey);
  const report = reportOf([
    structureOf(jws, claims, document, { profile, ...(relatedResources === undefined ? {} : { relatedResources }) }),
    checkContexts(document, { profile }),
    proofAt(signature.check, claims, document, at),
    checkIssuer(document, signature.key?.controller),
    checkDates(document, at),
    await checkStatus(document, at, statusLists, resolveKey, undefined, budget.lists),
  ]);
  return { ...report, credential: document };
}
