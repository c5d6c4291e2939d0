import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json, JsonObject } from '../json.ts';
import { listOf } from '../json.ts';
import type { VerificationAlgorithm } from '../keys.ts';
import { createBudget, spendOn, type Work } from './budget.ts';
import { type Canonize, libraryCanonizeSha384 } from './canonize.ts';
import type { Suite } from './suites.ts';

const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
const DATA_INTEGRITY_CONTEXT = 'https://w3id.org/security/data-integrity/v2';

/** What one proof signs: how, with which kind of key, over what. */
export interface Signing {
  readonly suite: Suite;
  readonly algorithm: VerificationAlgorithm;
  /** Without its proofs, but with those that this proof is chained to. */
  readonly document: JsonObject;
  /** The proof; a value in it is left out of what is signed. */
  readonly proof: JsonObject;
}

/**
 * Hashes the bytes that proofs sign. The hash of a document is kept, so that the proofs of a set cost one
 * canonicalization.
 */
export interface Hasher {
  /** The hash of the proof's options, then the hash of the document: what the key signs. */
  hashData(signing: Signing): Promise<Uint8Array>;
  /** Rejects when JSON-LD would drop something of the document; canonical JSON alone would not notice. */
  refuseUndefinedTerms(document: JsonObject): Promise<void>;
}

function jcs(value: JsonObject): string {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('The document is no JSON.');
  }
  return text;
}

/**
 * The contexts of a proof: those of its document, and the one that defines proofs where those do not.
 *
 * @see Verifiable Credential Data Integrity 1.0, 2.4.1 (context injection).
 */
export function proofContext(document: JsonObject): Json {
  const context = document['@context'] ?? [];
  const defined = [CREDENTIALS_CONTEXT, DATA_INTEGRITY_CONTEXT].some((url) => listOf(context).includes(url));
  return defined ? context : [...listOf(context), DATA_INTEGRITY_CONTEXT];
}

/**
 * A hasher for one document, or for several.
 *
 * @param budget work that all of them may cause together; beyond it the hasher rejects with `TooMuchWork`.
 * @see Data Integrity EdDSA Cryptosuites 1.0, 3.2.3 to 3.2.5 and 3.3.3 to 3.3.5; ECDSA Cryptosuites 1.0, 3.2 and 3.3.
 */
export function createHasher(canonize: Canonize, budget: Work = createBudget()): Hasher {
  const canonical = new WeakMap<JsonObject, Map<Canonize, Promise<string>>>();

  async function canonizeOnce(document: JsonObject, how: Canonize): Promise<string> {
    const known = canonical.get(document) ?? new Map<Canonize, Promise<string>>();
    const before = known.get(how);
    if (before !== undefined) {
      return before;
    }
    spendOn(document, budget);
    const text = how(document);
    canonical.set(document, known.set(how, text));
    return text;
  }

  async function rdfc({ algorithm, document, proof }: Signing): Promise<readonly [string, string]> {
    const how = algorithm === 'P-384' ? libraryCanonizeSha384 : canonize;
    const { proofValue: _, ...options } = proof;
    // Asked for in this order: an undefined term of the document is named before one of the proof.
    const text = await canonizeOnce(document, how);
    const configuration = { ...options, '@context': proofContext(document) };
    spendOn(configuration, budget);
    return [await how(configuration), text];
  }

  function canonicalJson({ document, proof }: Signing): readonly [string, string] {
    const { proofValue: _, ...options } = proof;
    const context = options['@context'];
    return [jcs(options), jcs(context === undefined ? document : { ...document, '@context': context })];
  }

  return {
    async hashData(signing) {
      const [options, document] =
        signing.suite.transformation === 'rdfc' ? await rdfc(signing) : canonicalJson(signing);
      const digest = signing.algorithm === 'P-384' ? 'sha384' : 'sha256';
      return Buffer.concat([hash(digest, options, 'buffer'), hash(digest, document, 'buffer')]);
    },
    async refuseUndefinedTerms(document) {
      await canonizeOnce(document, canonize);
    },
  };
}
