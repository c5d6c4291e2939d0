import { libraryCanonize, undefinedTermOf } from '../data-integrity/canonize.ts';
import { checkContexts } from '../data-model/check-contexts.ts';
import { instantOf } from '../dates.ts';
import { idOf, type JsonObject, screenDocument } from '../json.ts';
import type { Signer } from '../keys.ts';
import { checkStructure } from '../structure.ts';
import { claimOfTime, openBadgesClaims, partPayload } from './claims.ts';
import { signCompactJws } from './sign.ts';

/** Which of two specifications words the token: they differ in the header and in the claims. */
export type JwtForm = 'vc-jose-cose' | 'open-badges';

const HEADERS: Readonly<Record<JwtForm, Readonly<Record<string, string>>>> = {
  'vc-jose-cose': { typ: 'vc+jwt', cty: 'vc' },
  'open-badges': { typ: 'JWT' },
};

function refuse(problem: string): never {
  throw new RangeError(`The credential cannot be issued as a token: ${problem}`);
}

async function screened(credential: object, signer: Signer): Promise<JsonObject> {
  const read = screenDocument(credential);
  if (!read.ok) {
    return refuse(`${read.problem}.`);
  }
  const { document } = read;
  const reserved = [...Object.keys(partPayload(document).claims), ...['vc', 'vp'].filter((name) => name in document)];
  if (reserved.length > 0) {
    return refuse(`"${reserved[0]}" is a claim of the token, not a member of a credential.`);
  }
  const bad = [checkContexts(document), checkStructure(document)].find((check) => check.result !== 'passed');
  if (bad !== undefined) {
    return refuse(bad.detail);
  }
  if (idOf(document.issuer) !== signer.controller) {
    return refuse(`its issuer ${idOf(document.issuer)} is not the signer's controller ${signer.controller}.`);
  }
  try {
    await libraryCanonize(document);
  } catch (error) {
    const term = undefinedTermOf(error);
    return refuse(term === undefined ? 'it cannot be read as JSON-LD.' : `"${term}" is not defined by its contexts.`);
  }
  return document;
}

function claimsOf(document: JsonObject, form: JwtForm, issuedAt?: Date | string, expires?: Date | string) {
  const from = issuedAt === undefined ? undefined : instantOf(issuedAt, 'issuedAt').getTime();
  const until = expires === undefined ? undefined : instantOf(expires, 'expires').getTime();
  if (until !== undefined && form === 'open-badges') {
    return refuse('in the form "open-badges" the claim exp is its validUntil: leave "expires" out.');
  }
  if (from !== undefined && until !== undefined && until < from) {
    return refuse('expires must not lie before issuedAt.');
  }
  return {
    ...(form === 'open-badges' ? openBadgesClaims(document) : {}),
    ...(from === undefined ? {} : { iat: claimOfTime(Math.floor(from / 1_000) * 1_000) }),
    ...(until === undefined ? {} : { exp: claimOfTime(until) }),
  };
}

/**
 * Signs a credential as a JSON Web Token: the payload is the credential itself, without a `vc` claim.
 *
 * Two specifications describe such tokens and agree on the payload. They differ in this:
 * - `vc-jose-cose` (W3C, the default): `typ` is `vc+jwt`, `cty` is `vc`; the claims `iat` and `exp` are the times of
 *   the signature, not of the credential, and `nbf` is not recommended.
 * - `open-badges` (Open Badges 3.0, 8.2.4): no header but `alg`, `kid` and `typ` `JWT`; the claims `iss`, `jti`, `nbf`
 *   (validFrom) and, where there is one, `exp` (validUntil) and `sub` (the holder's id) repeat the credential. It names
 *   RS256 as the least to be supported and allows others; here the key decides: EdDSA or ES256.
 * Every `open-badges` token satisfies the W3C's "must", only its "should" on `typ` not. A term that no context defines is
 * refused in both, though the signature would cover it: readers of JSON-LD would not see it.
 *
 * @param options.credential as for `issueCredential`; one with a Data Integrity proof keeps it.
 * @param options.issuedAt time of the signature, claim `iat`, cut to the second.
 * @param options.expires end of the signature, claim `exp`; `vc-jose-cose` only.
 * @returns header.payload.signature, each in base64url.
 * @throws {RangeError} when the credential is not one that `verifyJwtCredential` would accept.
 * @see Securing Verifiable Credentials using JOSE and COSE, 3.1.1.
 */
export async function issueJwtCredential(options: {
  credential: object;
  signer: Signer;
  issuedAt?: Date | string;
  expires?: Date | string;
  form?: JwtForm;
}): Promise<string> {
  const { signer, form = 'vc-jose-cose' } = options;
  const document = await screened(options.credential, signer);
  const claims = claimsOf(document, form, options.issuedAt, options.expires);
  return signCompactJws({ header: HEADERS[form], payload: { ...document, ...claims }, signer });
}
