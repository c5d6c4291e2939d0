import { createHasher } from '../data-integrity/hash-data.ts';
import { type Cryptosuite, signingSuite } from '../data-integrity/suites.ts';
import { instantOf } from '../dates.ts';
import { issueCredential, type SignedCredential, unsignedDocument } from '../issue.ts';
import { isObject, type JsonObject } from '../json.ts';
import { base58Encode } from '../keys/base58.ts';
import { algorithmOfMultikey, type Signer, signatureOf } from '../keys.ts';
import type { ResolveKey } from '../resolve.ts';
import { verifyCredential } from '../verify.ts';
import { type Canonizer, createCanonizer } from './canonizer.ts';

const DEFAULT_SAMPLE = 2_500;
/** Checks that a credential must pass before it has been published: its dates and lists are of no account yet. */
const SAMPLED: ReadonlySet<string> = new Set(['structure', 'contexts', 'proof', 'issuer']);

/** What `issueBatch` takes. */
export interface BatchOptions {
  /** Unsigned credentials, as for `issueCredential`; read one at a time, as the signed ones are taken. */
  readonly credentials: Iterable<object> | AsyncIterable<object>;
  readonly signer: Signer;
  /** Time of all the proofs, cut to the second. */
  readonly created: Date | string;
  /** Without it `eddsa-rdfc-2022` for a key of Ed25519, `ecdsa-rdfc-2019` for one of P-256. */
  readonly cryptosuite?: Cryptosuite;
  /** Every so many is verified from the beginning before it is given out; 2,500 unless said otherwise. */
  readonly sampleEvery?: number;
  /** The signer's public key, for the samples; needed where the signer's verificationMethod does not end in it. */
  readonly resolveKey?: ResolveKey;
  /** Keeps its templates from one batch to the next. */
  readonly canonizer?: Canonizer;
}

/** The parts of the proofs that are the same for all credentials of a batch with the same contexts. */
interface CommonProof {
  readonly options: JsonObject;
  readonly hash: Uint8Array;
}

function keyInName(signer: Signer): ResolveKey {
  const publicKeyMultibase = signer.verificationMethod.slice(signer.verificationMethod.indexOf('#') + 1);
  if (algorithmOfMultikey(publicKeyMultibase) !== signer.algorithm) {
    throw new RangeError(
      `issueBatch: ${signer.verificationMethod} does not end in its public key, so the samples could not be verified: give resolveKey.`,
    );
  }
  const key = { id: signer.verificationMethod, controller: signer.controller, publicKeyMultibase };
  return (url) => (url === key.id ? key : undefined);
}

class Batch {
  readonly #options: BatchOptions;
  readonly #canonizer: Canonizer;
  readonly #resolveKey: ResolveKey;
  readonly #common = new Map<string, CommonProof>();
  readonly #linked: boolean;

  constructor(options: BatchOptions) {
    const { signer, cryptosuite, canonizer = createCanonizer(), resolveKey = keyInName(signer) } = options;
    instantOf(options.created, 'created');
    this.#options = options;
    this.#canonizer = canonizer;
    this.#resolveKey = resolveKey;
    this.#linked = signingSuite(signer.algorithm, cryptosuite).transformation === 'rdfc';
  }

  /** @param sampled verifies the credential whatever its shape. */
  async issue(credential: object, sampled: boolean): Promise<SignedCredential> {
    const { signer } = this.#options;
    const document = unsignedDocument(credential, signer);
    const digest = this.#linked ? this.#canonizer.digestKnown(document) : undefined;
    const common = digest === undefined ? undefined : this.#common.get(JSON.stringify(document['@context']));
    if (digest === undefined || common === undefined) {
      // The first of its shape, or of its contexts.
      return await this.#verified(await this.#issueAlone(document));
    }
    const bytes = Buffer.concat([common.hash, digest]);
    const proofValue = `z${base58Encode(await signatureOf(signer, bytes))}`;
    const signed = { ...document, proof: [{ ...common.options, proofValue }] };
    return sampled ? await this.#verified(signed) : signed;
  }

  async #issueAlone(document: JsonObject): Promise<SignedCredential> {
    const { signer, created, cryptosuite } = this.#options;
    const { canonize } = this.#canonizer;
    const suite = cryptosuite === undefined ? {} : { cryptosuite };
    const signed = await issueCredential({ credential: document, signer, created, canonize, ...suite });
    const [proof] = signed.proof;
    const contexts = JSON.stringify(document['@context']);
    if (this.#linked && isObject(proof) && !this.#common.has(contexts)) {
      const { proofValue: _, ...options } = proof;
      const signing = { suite: signingSuite(signer.algorithm, cryptosuite), algorithm: signer.algorithm };
      const both = await createHasher(canonize).hashData({ ...signing, document, proof: options });
      this.#common.set(contexts, { options, hash: both.subarray(0, both.length / 2) });
    }
    return signed;
  }

  async #verified(credential: SignedCredential): Promise<SignedCredential> {
    const { checks } = await verifyCredential({ credential, at: this.#options.created, resolveKey: this.#resolveKey });
    const failed = checks.find((check) => SAMPLED.has(check.id) && check.result !== 'passed');
    if (failed !== undefined) {
      throw new Error(`the sample does not verify: ${failed.detail}`);
    }
    return credential;
  }
}

function named(error: unknown, credential: unknown, number: number): unknown {
  const id = typeof credential === 'object' && credential !== null && 'id' in credential ? credential.id : undefined;
  const which = `Credential ${number}${typeof id === 'string' ? ` (${id.slice(0, 200)})` : ''} of the batch`;
  const Kind = error instanceof RangeError ? RangeError : Error;
  return new Kind(`${which}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

/**
 * Signs many credentials, with the same bytes as `issueCredential` and about three times as fast as with a canonizer
 * alone: what their proofs have in common is hashed once. Each credential is checked as `issueCredential` checks it.
 *
 * The first credential of each shape and every `sampleEvery`-th is verified by the library's own expansion before it
 * is given out; nothing follows one that fails.
 *
 * @returns the signed credentials in the order of the credentials.
 * @throws {RangeError} at once when the suite does not go with the key, `created` is no time, sampleEvery is no
 *   positive whole number, or the signer's key is not known; from the iteration when a credential cannot be issued. The
 *   message names the credential by its number, from 1 on, and its id.
 * @throws {Error} from the iteration when a sample does not verify. The signer's own errors come as `cause`.
 * @see Verifiable Credential Data Integrity 1.0, 4.2 (add proof); Data Integrity EdDSA Cryptosuites 1.0, 3.2.1.
 */
export function issueBatch(options: BatchOptions): AsyncIterable<SignedCredential> {
  const { credentials, sampleEvery = DEFAULT_SAMPLE } = options;
  if (!Number.isSafeInteger(sampleEvery) || sampleEvery < 1) {
    throw new RangeError('issueBatch: sampleEvery must be a whole number from 1 on.');
  }
  const batch = new Batch(options);
  async function issued(credential: object, number: number): Promise<SignedCredential> {
    try {
      return await batch.issue(credential, number % sampleEvery === 0);
    } catch (error) {
      throw named(error, credential, number);
    }
  }
  async function* signed(): AsyncGenerator<SignedCredential> {
    let number = 0;
    if (Symbol.iterator in credentials) {
      // A list is walked without waiting at each entry.
      for (const credential of credentials) {
        number += 1;
        yield issued(credential, number);
      }
      return;
    }
    for await (const credential of credentials) {
      number += 1;
      yield issued(credential, number);
    }
  }
  return signed();
}
