import { issue } from '@digitalbazaar/vc';
import { checkContexts } from './contexts.ts';
import { instantOf } from './dates.ts';
import { idOf, type Json, type JsonObject, screenDocument } from './json.ts';
import type { Signer } from './keys.ts';
import { contextLoader, signingSuite, undefinedTermOf } from './proof.ts';
import { checkStructure } from './structure.ts';

/** A credential with its proofs in an array, as the JSON Schema of Open Badges 3.0 wants them. */
export interface SignedCredential extends JsonObject {
  proof: Json[];
}

function refuse(problem: string): never {
  throw new RangeError(`The credential cannot be issued: ${problem}`);
}

/**
 * Signs a credential with `eddsa-rdfc-2022`. Safe mode is on: a term that the contexts do not define is refused,
 * never left out of what is signed.
 *
 * @param options.credential unsigned; all contexts bundled here, well-formed, its issuer the signer's controller.
 * @param options.signer key in memory or a key management service.
 * @param options.created time of the proof, cut to the second; without it the proof carries none.
 * @returns a new value; the argument is left as it is.
 * @throws {RangeError} when the credential is not one that `verifyCredential` would accept, or the signer gives no
 *   Ed25519 signature. Errors of the signer itself pass through.
 * @see Verifiable Credential Data Integrity 1.0, 4.2; Data Integrity EdDSA Cryptosuites 1.0, 3.2.1.
 */
export async function issueCredential(options: {
  credential: object;
  signer: Signer;
  created?: Date | string;
}): Promise<SignedCredential> {
  const { signer, created } = options;
  const screened = screenDocument(options.credential);
  if (!screened.ok) {
    return refuse(`${screened.problem}.`);
  }
  const { document } = screened;
  if ('proof' in document) {
    return refuse('it is signed already.');
  }
  for (const check of [checkContexts(document), checkStructure(document)]) {
    if (check.result !== 'passed') {
      return refuse(check.detail);
    }
  }
  if (idOf(document.issuer) !== signer.controller) {
    return refuse(`its issuer ${idOf(document.issuer)} is not the signer's controller ${signer.controller}.`);
  }
  if (!signer.verificationMethod.startsWith(`${signer.controller}#`)) {
    return refuse(`the signer's verificationMethod must begin with "${signer.controller}#".`);
  }
  const suite = signingSuite(signer, created === undefined ? null : instantOf(created, 'created'));
  try {
    const { proof, ...rest } = await issue({ credential: document, suite, documentLoader: contextLoader });
    const copied = screenDocument(proof);
    return copied.ok ? { ...rest, proof: [copied.document] } : refuse(`${copied.problem}.`);
  } catch (error) {
    const term = undefinedTermOf(error);
    if (term !== undefined) {
      return refuse(`"${term}" is not defined by its contexts.`);
    }
    throw error;
  }
}
