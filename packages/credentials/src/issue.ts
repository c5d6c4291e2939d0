import type { Canonize } from './data-integrity/canonize.ts';
import { undefinedTermOf } from './data-integrity/canonize.ts';
import { chainProblem } from './data-integrity/chain.ts';
import { MAX_PROOFS } from './data-integrity/check-proofs.ts';
import { createProof, type ProofOptions } from './data-integrity/create-proof.ts';
import { proofContext } from './data-integrity/hash-data.ts';
import type { Cryptosuite } from './data-integrity/suites.ts';
import { checkContexts } from './data-model/check-contexts.ts';
import type { Profile } from './data-model/profile.ts';
import { idOf, isObject, type Json, type JsonObject, listOf, screenDocument } from './json.ts';
import type { Signer } from './keys.ts';
import { checkStructure } from './structure.ts';

/** A credential with its proofs in an array, as the JSON Schema of Open Badges 3.0 wants them. */
export interface SignedCredential extends JsonObject {
  proof: Json[];
}

function refuse(problem: string): never {
  throw new RangeError(`The credential cannot be issued: ${problem}`);
}

function screen(credential: object, profile: Profile = 'plain'): JsonObject {
  const screened = screenDocument(credential, { profile });
  if (!screened.ok) {
    return refuse(`${screened.problem}.`);
  }
  for (const check of [checkContexts(screened.document, { profile }), checkStructure(screened.document, { profile })]) {
    if (check.result !== 'passed') {
      refuse(check.detail);
    }
  }
  return screened.document;
}

/**
 * A copy of a credential that this signer may sign.
 *
 * @throws {RangeError} when `verifyCredential` would not accept it, it is signed already, or its issuer is another.
 */
export function unsignedDocument(credential: object, signer: Signer, profile?: Profile): JsonObject {
  const document = screen(credential, profile);
  if ('proof' in document) {
    return refuse('it is signed already: addProof adds a proof to it.');
  }
  if (idOf(document.issuer) !== signer.controller) {
    return refuse(`its issuer ${idOf(document.issuer)} is not the signer's controller ${signer.controller}.`);
  }
  return document;
}

async function prove(document: JsonObject, options: ProofOptions): Promise<JsonObject> {
  const { signer } = options;
  if (!signer.verificationMethod.startsWith(`${signer.controller}#`)) {
    return refuse(`the signer's verificationMethod must begin with "${signer.controller}#".`);
  }
  try {
    return await createProof({ ...options, document });
  } catch (error) {
    const term = undefinedTermOf(error);
    if (term !== undefined) {
      return refuse(`"${term}" is not defined by its contexts.`);
    }
    if (error instanceof Error && error.name.startsWith('jsonld.')) {
      return refuse(`its contexts cannot be processed: ${error.message}`);
    }
    throw error;
  }
}

/**
 * Signs a credential with a Data Integrity proof. Safe mode is on: a term that the contexts do not define is refused,
 * never left out of what is signed.
 *
 * @param options.credential unsigned; all contexts bundled here, well-formed, its issuer the signer's controller.
 * @param options.signer key in memory or a key management service.
 * @param options.created time of the proof, cut to the second; without it the proof carries none.
 * @param options.cryptosuite without it `eddsa-rdfc-2022` for a key of Ed25519, `ecdsa-rdfc-2019` for one of P-256.
 * @param options.canonize a faster way to the same canonical form.
 * @param options.profile `plain` (as `verifyCredential` reads by default) unless said otherwise.
 * @returns a new value; the argument is left as it is. A credential of version 1.1 (profile `data-model`) gets the context
 *   of Data Integrity, which defines the proof.
 * @throws {RangeError} when the credential is not one that `verifyCredential` would accept, the suite does not go with
 *   the key, or the signer gives no signature. Errors of the signer itself pass through.
 * @see Verifiable Credential Data Integrity 1.0, 4.2 (add proof).
 */
export async function issueCredential(options: {
  credential: object;
  signer: Signer;
  created?: Date | string;
  cryptosuite?: Cryptosuite;
  canonize?: Canonize;
  profile?: Profile;
}): Promise<SignedCredential> {
  const { credential, profile, ...proofOptions } = options;
  const unsigned = unsignedDocument(credential, options.signer, profile);
  const document = { ...unsigned, '@context': proofContext(unsigned) };
  return { ...document, proof: [await prove(document, proofOptions)] };
}

/**
 * Adds a proof to a signed credential: beside the others (a proof set), or over some of them (a chain, by
 * `previousProof`). The signer need not be the issuer. The proofs that are there are not verified.
 *
 * @returns a new value; the argument is left as it is.
 * @throws {RangeError} as `issueCredential` does, and when the credential is not signed, has 8 proofs already, or has
 *   none with an id that `previousProof` names.
 * @see Verifiable Credential Data Integrity 1.0, 4.3 (add proof set/chain).
 */
export async function addProof(
  options: { credential: object; profile?: Profile } & Omit<ProofOptions, 'proofPurpose'>,
): Promise<SignedCredential> {
  const { credential, profile, ...proofOptions } = options;
  const document = screen(credential, profile);
  const proofs = listOf(document.proof).filter(isObject);
  if (proofs.length === 0 || proofs.length >= MAX_PROOFS) {
    return refuse(
      proofs.length === 0 ? 'it has no proof yet: issueCredential makes one.' : `it has ${MAX_PROOFS} proofs already.`,
    );
  }
  const all = [...proofs, await prove(document, proofOptions)];
  const problem = chainProblem(all);
  return problem === undefined ? { ...document, proof: all } : refuse(`${problem}.`);
}
