import { type JsonObject, listOf } from '../json.ts';
import { base58Decode } from '../keys/base58.ts';
import {
  signatureBytesOf,
  type VerificationAlgorithm,
  type VerificationKey,
  verificationAlgorithmOf,
  verifySignature,
} from '../keys.ts';
import { type Check, failed, passed, unchecked } from '../report.ts';
import { findKey, type ResolveKey } from '../resolve.ts';
import { TooMuchWork } from './budget.ts';
import { undefinedTermOf } from './canonize.ts';
import type { Hasher } from './hash-data.ts';
import { type Expectation, expectationProblem, proofProblem, proofTime } from './proof-options.ts';
import { CRYPTOSUITES, type Suite, suiteOf } from './suites.ts';

/** How one proof ended, and when its signature fits, the suite and whose key made it. */
export interface ProofOutcome {
  readonly check: Check;
  readonly controller?: string;
  readonly cryptosuite?: string;
}

/** What the proofs of a document are checked with. */
export interface ProofChecking {
  readonly at: Date;
  readonly resolveKey: ResolveKey | undefined;
  readonly expected: Expectation;
  readonly hasher: Hasher;
}

const refuse = (code: 'proof-malformed' | 'key-unsuitable' | 'proof-expired', detail: string): ProofOutcome => ({
  check: failed('proof', code, detail),
});

/** Tells whether a proof is of a kind that cannot be checked here: of another type, or of another cryptosuite. */
export function isOfAnotherKind(proof: JsonObject): boolean {
  const { type, cryptosuite } = proof;
  return (
    typeof type === 'string' &&
    type !== '' &&
    suiteOf(proof) === undefined &&
    (type !== 'DataIntegrityProof' || (typeof cryptosuite === 'string' && cryptosuite !== ''))
  );
}

/** The outcome for a proof of another kind. */
export function otherKind(proof: JsonObject): ProofOutcome {
  const named = String(proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type).slice(0, 80);
  const detail = `Its proof is of the kind "${named}". Those that can be checked here: ${CRYPTOSUITES.join(', ')}.`;
  return { check: unchecked('proof', 'proof-unsupported', detail) };
}

function refusalOf(error: unknown): ProofOutcome {
  if (error instanceof TooMuchWork) {
    return refuse('proof-malformed', `The credential is too large to be checked: ${error.message}.`);
  }
  const term = undefinedTermOf(error);
  const detail =
    term === undefined
      ? 'The credential cannot be put into the form that is signed.'
      : `"${term.slice(0, 120)}" is not defined by the contexts of the credential, so it is not signed.`;
  return { check: failed('proof', term === undefined ? 'proof-malformed' : 'term-undefined', detail) };
}

function algorithmProblem(suite: Suite, algorithm: VerificationAlgorithm | undefined): string | undefined {
  return algorithm !== undefined && suite.algorithms.includes(algorithm)
    ? undefined
    : `The proof says ${suite.name}, which needs a key of ${suite.algorithms.join(' or ')}; the key is one of ${algorithm}.`;
}

/**
 * Contexts written into a proof. With canonical JSON they are what was signed, and the document's must begin with them;
 * with RDF the document's own are used, and others beside them could only mislead.
 */
function contextProblem(document: JsonObject, proof: JsonObject, suite: Suite): string | undefined {
  if (proof['@context'] === undefined) {
    return undefined;
  }
  const own = listOf(document['@context']).map((context) => JSON.stringify(context));
  const signed = listOf(proof['@context']).map((context) => JSON.stringify(context));
  return signed.every((context, index) => context === own[index]) &&
    (suite.transformation === 'jcs' || signed.length === own.length)
    ? undefined
    : 'The contexts of the credential are not those of its proof.';
}

function lengthProblem(signature: Uint8Array | undefined, key: VerificationKey): string | undefined {
  const expected = signatureBytesOf(key.publicKeyMultibase);
  return signature?.length === expected
    ? undefined
    : `The proof is not well-formed: its value has ${signature?.length ?? 0} bytes, a signature by this key ${expected}.`;
}

/**
 * Checks one proof over the document that it secures.
 *
 * The key decides the algorithm; a suite that does not go with it is refused by name.
 *
 * @param unsecured the document without its proofs.
 * @param document the same with the proofs that this one is chained to.
 * @see Verifiable Credential Data Integrity 1.0, 4.4 (verify proof); Data Integrity EdDSA Cryptosuites 1.0, 3.2.2,
 *   3.3.2; Data Integrity ECDSA Cryptosuites 1.0, 3.2.2, 3.3.2.
 */
export async function checkProof(
  unsecured: JsonObject,
  document: JsonObject,
  proof: JsonObject,
  checking: ProofChecking,
): Promise<ProofOutcome> {
  const { at, resolveKey, expected, hasher } = checking;
  const suite = suiteOf(proof);
  const problem = suite === undefined ? 'it has no type or no cryptosuite' : proofProblem(proof);
  if (suite === undefined || problem !== undefined) {
    return refuse('proof-malformed', `The proof is not well-formed: ${problem}.`);
  }
  const unexpected = expectationProblem(proof, expected);
  if (unexpected !== undefined) {
    return refuse('proof-malformed', `The proof is not the one asked for: ${unexpected}.`);
  }
  const resolution = await findKey(String(proof.verificationMethod), at, resolveKey, expected.purpose);
  if (!resolution.ok) {
    return { check: resolution.check };
  }
  const { key } = resolution;
  const algorithm = verificationAlgorithmOf(key.publicKeyMultibase);
  const confused = algorithmProblem(suite, algorithm);
  if (algorithm === undefined || confused !== undefined) {
    return refuse('key-unsuitable', confused ?? '');
  }
  const signature = base58Decode(String(proof.proofValue).slice(1));
  const odd = lengthProblem(signature, key) ?? contextProblem(unsecured, proof, suite);
  if (signature === undefined || odd !== undefined) {
    return refuse('proof-malformed', odd ?? '');
  }
  let fits: boolean;
  try {
    if (suite.transformation === 'jcs') {
      await hasher.refuseUndefinedTerms(unsecured);
    }
    const bytes = await hasher.hashData({ suite, algorithm, document, proof });
    fits = verifySignature(key.publicKeyMultibase, bytes, signature);
  } catch (error) {
    return refusalOf(error);
  }
  if (!fits) {
    const detail = 'The signature does not fit: the credential was changed after signing.';
    return { check: failed('proof', 'signature-invalid', detail) };
  }
  const expires = proofTime(proof.expires);
  if (expires !== undefined && expires < at.getTime()) {
    return refuse('proof-expired', `The proof was good until ${proof.expires}.`);
  }
  const detail = `The signature fits (${suite.name}): nothing was changed since ${key.controller} signed it.`;
  return { check: passed('proof', detail), controller: key.controller, cryptosuite: suite.name };
}
