import { type VerificationKey, verificationAlgorithmOf, verifySignature } from '../keys.ts';
import { type Check, failed, passed } from '../report.ts';
import { findKey, type ProofPurpose, type ResolveKey } from '../resolve.ts';
import type { CompactJws } from './compact.ts';
import { algorithmProblem, headerProblem } from './header.ts';

/** How the signature of a token ended, and the key that made it when it fits. */
export interface SignatureOutcome {
  readonly check: Check;
  readonly key?: VerificationKey;
}

/** The full name of a key: a `kid` that is no URL of its own names a key of the issuer. */
function keyUrl(kid: string, issuer: string | undefined): string {
  return kid.includes(':') || issuer === undefined ? kid : `${issuer}#${kid.replace(/^#/, '')}`;
}

/**
 * Checks a signature with a key that is known already.
 *
 * @param publicKeyMultibase the key; its kind decides the algorithm, and the token's `alg` must agree.
 * @returns undefined when it fits; else the check that failed.
 */
export function signatureProblem(jws: CompactJws, publicKeyMultibase: string): Check | undefined {
  const algorithm = verificationAlgorithmOf(publicKeyMultibase);
  if (algorithm === undefined) {
    return failed('proof', 'key-unsuitable', 'The key is of a kind that cannot be used here.');
  }
  const mismatch = algorithmProblem(jws.header, algorithm);
  if (mismatch !== undefined) {
    return failed('proof', 'key-unsuitable', mismatch);
  }
  return verifySignature(publicKeyMultibase, jws.signingInput, jws.signature)
    ? undefined
    : failed('proof', 'signature-invalid', 'The signature does not fit: the token was changed after signing.');
}

/**
 * Checks the header and the signature of a token with the key that its `kid` names.
 *
 * @param issuer whose key a `kid` that is no URL means.
 * @param purpose what the key must be authorized for.
 * @see RFC 7515, 5.2; Securing Verifiable Credentials using JOSE and COSE, 4.1.1 (kid).
 */
export async function checkJwsSignature(
  jws: CompactJws,
  issuer: string | undefined,
  at: Date,
  resolveKey: ResolveKey | undefined,
  purpose: ProofPurpose = 'assertionMethod',
): Promise<SignatureOutcome> {
  const problem = headerProblem(jws.header);
  if (problem !== undefined) {
    return { check: failed('proof', 'proof-malformed', problem) };
  }
  const resolution = await findKey(keyUrl(String(jws.header.kid), issuer), at, resolveKey, purpose);
  if (!resolution.ok) {
    return { check: resolution.check };
  }
  const { key } = resolution;
  const bad = signatureProblem(jws, key.publicKeyMultibase);
  return bad === undefined
    ? { check: passed('proof', `The signature fits: nothing was changed since ${key.controller} signed it.`), key }
    : { check: bad };
}
