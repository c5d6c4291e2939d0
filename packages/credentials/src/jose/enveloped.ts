import { CREDENTIALS_CONTEXT } from '../contexts.ts';
import { createBudget, type WorkBudget } from '../data-integrity/budget.ts';
import { hasType, type JsonObject, screenDocument } from '../json.ts';
import type { VerificationReport } from '../report.ts';
import { verifySdJwtWithin } from '../sd-jwt/verify.ts';
import { type TokenVerifyOptions, unreadable, verifyJwtWithin } from './verify.ts';

/** What an envelope holds: a credential as a JSON Web Token, or as one of selective disclosure. */
export type Enveloped =
  | { readonly ok: true; readonly kind: 'vc+jwt' | 'sd-jwt'; readonly token: string }
  | { readonly ok: false; readonly problem: string };

const KINDS: ReadonlyMap<string, 'vc+jwt' | 'sd-jwt'> = new Map([
  ['application/vc+jwt', 'vc+jwt'],
  ['application/dc+sd-jwt', 'sd-jwt'],
]);

/**
 * Puts a token into an object, so that it can stand among the credentials of a presentation.
 *
 * @param token as `issueJwtCredential` or `issueSdJwtCredential` returns it.
 * @see Verifiable Credentials Data Model 2.0, 4.13.1 (EnvelopedVerifiableCredential).
 */
export function envelopeCredential(token: string): JsonObject {
  const mediaType = token.includes('~') ? 'application/dc+sd-jwt' : 'application/vc+jwt';
  return { '@context': CREDENTIALS_CONTEXT, id: `data:${mediaType},${token}`, type: 'EnvelopedVerifiableCredential' };
}

/**
 * Takes the token out of an envelope. The token itself is not looked at.
 *
 * @param value anything.
 * @returns the problem is a clause that follows "The envelope cannot be read:".
 * @see Verifiable Credentials Data Model 2.0, 4.13.1; RFC 2397.
 */
export function openEnvelope(value: unknown): Enveloped {
  const screened = screenDocument(value);
  if (!screened.ok) {
    return screened;
  }
  if (!hasType(screened.document, 'EnvelopedVerifiableCredential')) {
    return { ok: false, problem: 'its type is not EnvelopedVerifiableCredential' };
  }
  const { id } = screened.document;
  const comma = typeof id === 'string' ? id.indexOf(',') : -1;
  if (typeof id !== 'string' || !id.startsWith('data:') || comma < 0) {
    return { ok: false, problem: 'its id must be a data: URL with a comma before the token' };
  }
  const [mediaType = '', ...parameters] = id.slice('data:'.length, comma).toLowerCase().split(';');
  const kind = KINDS.get(mediaType.trim());
  if (kind === undefined || parameters.length > 0) {
    const known = [...KINDS.keys()].join(' and ');
    return { ok: false, problem: `its id is of the media type "${mediaType.slice(0, 60)}": ${known} can be read here` };
  }
  return { ok: true, kind, token: id.slice(comma + 1) };
}

/**
 * Verifies the credential in an envelope, of either kind.
 *
 * @param options.enveloped anything; a report of the six checks comes back for it.
 * @param budget what is left of the work that all credentials of a presentation may cause.
 * @throws {RangeError} only when `at` is no time.
 * @see Verifiable Credentials Data Model 2.0, 4.13.1 and 7.1.
 */
export async function verifyEnveloped(
  options: { readonly enveloped: unknown } & TokenVerifyOptions,
  budget: WorkBudget = createBudget(),
): Promise<VerificationReport> {
  const { enveloped, ...rest } = options;
  const opened = openEnvelope(enveloped);
  if (!opened.ok) {
    return unreadable('The envelope', opened.problem);
  }
  return opened.kind === 'vc+jwt'
    ? verifyJwtWithin({ ...rest, token: opened.token }, budget)
    : verifySdJwtWithin({ ...rest, token: opened.token }, budget);
}
