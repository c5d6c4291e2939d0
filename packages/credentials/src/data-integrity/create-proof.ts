import { instantOf } from '../dates.ts';
import { isObject, type JsonObject, listOf, screenDocument } from '../json.ts';
import { base58Encode } from '../keys/base58.ts';
import { type Signer, signatureOf } from '../keys.ts';
import type { ProofPurpose } from '../resolve.ts';
import { type Canonize, libraryCanonize } from './canonize.ts';
import { previousProofsOf, securedBy } from './chain.ts';
import { createHasher } from './hash-data.ts';
import { type Cryptosuite, signingSuite } from './suites.ts';

/** What goes into a proof beside the signature. */
export interface ProofOptions {
  readonly signer: Signer;
  /** Time of the proof, cut to the second; without it the proof carries none. */
  readonly created?: Date | string;
  /** Time from which on the proof is no longer to be believed, cut to the second. */
  readonly expires?: Date | string;
  /** Without it `eddsa-rdfc-2022` for a key of Ed25519, `ecdsa-rdfc-2019` for one of P-256. */
  readonly cryptosuite?: Cryptosuite;
  /** `assertionMethod` unless said otherwise; `authentication` for presentations. */
  readonly proofPurpose?: ProofPurpose;
  /** Identifier of the proof, a URL such as `urn:uuid:…`, so that later proofs can be chained to it. */
  readonly id?: string;
  /** Identifiers of proofs of the document that this one is chained to: it covers them too. */
  readonly previousProof?: string | readonly string[];
  /** What the verifier gave, so that the proof cannot be used again. */
  readonly challenge?: string;
  /** Where the proof is meant to be used, for example the verifier's origin. */
  readonly domain?: string | readonly string[];
  /** Text that makes the proof unlike any other; keeps the times of signing from being told by comparing. */
  readonly nonce?: string;
  /** A faster way to the same canonical form. */
  readonly canonize?: Canonize;
}

function toSecond(time: Date | string, argument: string): string {
  return `${instantOf(time, argument).toISOString().slice(0, 19)}Z`;
}

function listed(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? value : [...value];
}

function optionsOf(options: ProofOptions, cryptosuite: string): JsonObject {
  const { signer, created, expires, proofPurpose = 'assertionMethod', id, previousProof } = options;
  const { challenge, domain, nonce } = options;
  return {
    ...(id === undefined ? {} : { id }),
    type: 'DataIntegrityProof',
    ...(created === undefined ? {} : { created: toSecond(created, 'created') }),
    ...(expires === undefined ? {} : { expires: toSecond(expires, 'expires') }),
    verificationMethod: signer.verificationMethod,
    cryptosuite,
    proofPurpose,
    ...(previousProof === undefined ? {} : { previousProof: listed(previousProof) }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain: listed(domain) }),
    ...(nonce === undefined ? {} : { nonce }),
  };
}

function previousOf(proof: JsonObject, document: JsonObject): readonly JsonObject[] {
  const previous = previousProofsOf(proof, listOf(document.proof).filter(isObject));
  if (!previous.ok) {
    throw new RangeError(`previousProof: ${previous.problem}.`);
  }
  return previous.proofs;
}

function checkOptions(proof: JsonObject): void {
  // An id that is no URL would be dropped by JSON-LD; the rest of the options is text that means itself.
  const screened = screenDocument(proof);
  if (!screened.ok) {
    throw new RangeError(`The proof cannot be made: ${screened.problem}.`);
  }
}

/**
 * Makes a Data Integrity proof for a document of any kind: a credential, a presentation, or other JSON-LD.
 *
 * @param options.document JSON; proofs that it has already are not covered, but for those that `previousProof` names.
 * @returns the proof alone, to be put into `document.proof`.
 * @throws {RangeError} when the key cannot make proofs of the suite, a time or an id is none, a previous proof is
 *   missing, the document has more than 2,000 objects, or the signer returns no signature. Errors of the signer and of `canonize` (for an undefined term) pass
 *   through.
 * @see Verifiable Credential Data Integrity 1.0, 4.2 (add proof) and 4.3 (add proof set/chain); Data Integrity EdDSA
 *   Cryptosuites 1.0, 3.2.1 and 3.3.1; Data Integrity ECDSA Cryptosuites 1.0, 3.2.1.
 */
export async function createProof(options: { document: JsonObject } & ProofOptions): Promise<JsonObject> {
  const { document: given, signer, canonize = libraryCanonize } = options;
  const { proof: _, ...unsecured } = given;
  const suite = signingSuite(signer.algorithm, options.cryptosuite);
  const plain = optionsOf(options, suite.name);
  checkOptions(plain);
  const document = securedBy(unsecured, previousOf(plain, given));
  const hasher = createHasher(canonize);
  const context = unsecured['@context'];
  const proof = suite.transformation === 'jcs' && context !== undefined ? { ...plain, '@context': context } : plain;
  if (suite.transformation === 'jcs') {
    await hasher.refuseUndefinedTerms(unsecured);
  }
  const bytes = await hasher.hashData({ suite, algorithm: signer.algorithm, document, proof });
  return { ...proof, proofValue: `z${base58Encode(await signatureOf(signer, bytes))}` };
}
