import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { findContext } from './contexts.ts';
import { parseTimestamp } from './dates.ts';
import { isObject, type Json, type JsonObject, listOf } from './json.ts';
import type { Signer, VerificationKey } from './keys.ts';
import { type Check, failed, passed, unchecked } from './report.ts';
import { findKey, type ResolveKey } from './resolve.ts';

const MAX_PROOFS = 8;
const SIGNATURE_BYTES = 64;

function loaderOf(key?: VerificationKey): DocumentLoader {
  return async (url) => {
    const document =
      key !== undefined && url === key.id
        ? { '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', ...key }
        : findContext(url);
    if (document === undefined) {
      throw new RangeError(`"${url}" is not bundled, and nothing is fetched.`);
    }
    return { contextUrl: null, documentUrl: url, document };
  };
}

/** Serves the bundled contexts and nothing else. */
export const contextLoader: DocumentLoader = loaderOf();

/**
 * The suite that signs. A faster way to the same bytes takes the place of the cryptosuite's `canonize` here.
 *
 * @param created time of the proof, to the second; null leaves it out.
 */
export function signingSuite(signer: Signer, created: Date | null): DataIntegrityProof {
  return new DataIntegrityProof({
    cryptosuite,
    date: created,
    signer: {
      id: signer.verificationMethod,
      algorithm: cryptosuite.requiredAlgorithm,
      async sign({ data }) {
        const signature = await signer.sign(data);
        if (!(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES) {
          throw new RangeError(`signer.sign must return the ${SIGNATURE_BYTES} bytes of an Ed25519 signature.`);
        }
        return signature;
      },
    },
  });
}

/** The name of the term that no context defines, when that is what the JSON-LD processor's error says. */
export function undefinedTermOf(error: unknown): string | undefined {
  const details = error instanceof Error && 'details' in error ? error.details : undefined;
  const event = typeof details === 'object' && details !== null && 'event' in details ? details.event : undefined;
  const more = typeof event === 'object' && event !== null && 'details' in event ? event.details : undefined;
  const named = typeof more === 'object' && more !== null ? Object.entries(more) : [];
  const [, term] = named.find(([name]) => ['property', 'type', 'value', 'id', 'relativeIri'].includes(name)) ?? [];
  return event === undefined ? undefined : String(term ?? 'a value');
}

function refusalOf(error: unknown): Check {
  const term = undefinedTermOf(error);
  if (term !== undefined) {
    const detail = `"${term.slice(0, 120)}" is not defined by the contexts of the credential, so it is not signed.`;
    return failed('proof', 'term-undefined', detail);
  }
  const message = error instanceof Error ? error.message : '';
  return message === 'Invalid signature.'
    ? failed('proof', 'signature-invalid', 'The signature does not fit: the credential was changed after signing.')
    : failed('proof', 'proof-malformed', 'The credential cannot be put into the form that is signed.');
}

function shapeProblem(proof: JsonObject): string | undefined {
  const times = [proof.created, proof.expires].filter((time) => time !== undefined);
  return proof.proofPurpose !== 'assertionMethod'
    ? 'its purpose is not "assertionMethod"'
    : typeof proof.verificationMethod !== 'string'
      ? 'it names no key'
      : typeof proof.proofValue !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(proof.proofValue)
        ? 'its value is no Ed25519 signature in base58'
        : times.some((time) => parseTimestamp(time) === undefined)
          ? 'a time in it is not written as a time with its zone'
          : undefined;
}

/** How one proof ended, and whose key made it. */
interface ProofOutcome {
  readonly check: Check;
  readonly controller?: string;
}

async function checkProof(
  document: JsonObject,
  proof: Json,
  at: Date,
  resolveKey: ResolveKey | undefined,
): Promise<ProofOutcome> {
  if (!isObject(proof)) {
    return { check: failed('proof', 'proof-malformed', 'The proof is not an object.') };
  }
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== cryptosuite.name || 'previousProof' in proof) {
    const detail = `Only single proofs of the kind DataIntegrityProof with ${cryptosuite.name} can be checked here.`;
    return { check: unchecked('proof', 'proof-unsupported', detail) };
  }
  const problem = shapeProblem(proof);
  if (problem !== undefined) {
    return { check: failed('proof', 'proof-malformed', `The proof is not well-formed: ${problem}.`) };
  }
  const resolution = await findKey(String(proof.verificationMethod), at, resolveKey);
  if (!resolution.ok) {
    return { check: resolution.check };
  }
  const { key } = resolution;
  const suite = new DataIntegrityProof({ cryptosuite });
  const documentLoader = loaderOf(key);
  const outcome = await suite.verifyProof({ proof, proofSet: [proof], document, documentLoader });
  if (!outcome.verified) {
    return { check: refusalOf(outcome.error) };
  }
  if (proof.expires !== undefined && (parseTimestamp(proof.expires) ?? 0) < at.getTime()) {
    return { check: failed('proof', 'proof-expired', `The proof was good until ${proof.expires}.`) };
  }
  const detail = `The signature fits: nothing was changed since ${key.controller} signed it.`;
  return { check: passed('proof', detail), controller: key.controller };
}

/**
 * Checks the proofs of a screened document. Every proof of the supported kind must hold; one is needed. Proofs of
 * other kinds beside it are passed over.
 *
 * @returns the check, and the controller of the key when the check passed.
 * @see Verifiable Credential Data Integrity 1.0, 4.4 and 4.5; Data Integrity EdDSA Cryptosuites 1.0, 3.2.2.
 */
export async function checkProofs(
  signed: JsonObject,
  at: Date,
  resolveKey: ResolveKey | undefined,
): Promise<ProofOutcome> {
  const { proof: proofs, ...document } = signed;
  const list = listOf(proofs);
  if (list.length === 0 || list.length > MAX_PROOFS) {
    const detail = list.length === 0 ? 'The credential is not signed.' : `More than ${MAX_PROOFS} proofs are given.`;
    return { check: failed('proof', list.length === 0 ? 'proof-missing' : 'proof-malformed', detail) };
  }
  const outcomes: ProofOutcome[] = [];
  for (const proof of list) {
    outcomes.push(await checkProof(document, proof, at, resolveKey));
  }
  const supported = outcomes.filter((outcome) => outcome.check.code !== 'proof-unsupported');
  const worst =
    supported.find((outcome) => outcome.check.result === 'failed') ??
    supported.find((outcome) => outcome.check.result === 'could-not-check');
  const controllers = new Set(supported.map((outcome) => outcome.controller));
  if (worst === undefined && controllers.size > 1) {
    return { check: failed('proof', 'issuer-mismatch', 'The proofs were made with keys of different owners.') };
  }
  const [first] = outcomes;
  return worst ?? supported[0] ?? first ?? { check: failed('proof', 'proof-missing', 'The credential is not signed.') };
}
