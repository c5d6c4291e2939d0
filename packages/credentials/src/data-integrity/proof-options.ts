import { parseTimestamp } from '../dates.ts';
import { type Json, type JsonObject, listOf } from '../json.ts';
import type { ProofPurpose } from '../resolve.ts';

/** What a verifier expects of a proof. */
export interface Expectation {
  readonly purpose: ProofPurpose;
  /** The challenge that this verifier gave; a proof for another one was made for somebody else, or earlier. */
  readonly challenge?: string | undefined;
  /** The security domain of this verifier, such as its origin. */
  readonly domain?: string | undefined;
}

const BASE58 = /^z[1-9A-HJ-NP-Za-km-z]+$/;
const ABSOLUTE_URL = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/;
/** 96 bytes of P-384 are 132 letters at most. */
const MAX_PROOF_VALUE = 160;

/**
 * Reads a time of a proof. A time without a zone is read as UTC.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z; undefined when it is none.
 * @see Verifiable Credential Data Integrity 1.0, 2.1 (created, expires).
 */
export function proofTime(value: Json | undefined): number | undefined {
  return parseTimestamp(value) ?? (typeof value === 'string' ? parseTimestamp(`${value}Z`) : undefined);
}

function isTexts(value: Json | undefined): boolean {
  return value === undefined || listOf(value).every((entry) => typeof entry === 'string');
}

function isText(value: Json | undefined): boolean {
  return value === undefined || typeof value === 'string';
}

/** Each problem of a proof, as a clause, and whether a proof has it. In the order in which they are told. */
const PROBLEMS: readonly [problem: string, has: (proof: JsonObject) => boolean][] = [
  ['it names no key', ({ verificationMethod }) => typeof verificationMethod !== 'string'],
  ['it has no purpose', ({ proofPurpose }) => typeof proofPurpose !== 'string'],
  [
    'its value is no signature in base58, beginning with "z"',
    ({ proofValue: value }) => typeof value !== 'string' || value.length > MAX_PROOF_VALUE || !BASE58.test(value),
  ],
  [
    'a time in it is not written as a time with its zone',
    ({ created, expires }) => [created, expires].some((time) => time !== undefined && proofTime(time) === undefined),
  ],
  ['its id is no URL', ({ id }) => id !== undefined && !(typeof id === 'string' && ABSOLUTE_URL.test(id))],
  ['its previousProof is neither an id nor a list of ids', ({ previousProof }) => !isTexts(previousProof)],
  ['its domain is neither text nor a list of texts', ({ domain }) => !isTexts(domain)],
  ['its challenge is no text', ({ challenge }) => !isText(challenge)],
  ['its nonce is no text', ({ nonce }) => !isText(nonce)],
];

/**
 * What is wrong with the options of a proof, whatever its suite.
 *
 * @returns undefined when nothing is; else a clause that follows "The proof is not well-formed:".
 * @see Verifiable Credential Data Integrity 1.0, 2.1 (proofs).
 */
export function proofProblem(proof: JsonObject): string | undefined {
  return PROBLEMS.find(([, has]) => has(proof))?.[0];
}

/**
 * Where a proof is not the one that the verifier expects.
 *
 * @returns undefined when it is; else a clause that follows "The proof is not the one asked for:".
 * @see Verifiable Credential Data Integrity 1.0, 4.4 (verify proof), steps for proofPurpose, domain and challenge.
 */
export function expectationProblem(proof: JsonObject, expected: Expectation): string | undefined {
  if (proof.proofPurpose !== expected.purpose) {
    return `its purpose is "${String(proof.proofPurpose).slice(0, 80)}", not "${expected.purpose}"`;
  }
  if (expected.challenge !== undefined && proof.challenge !== expected.challenge) {
    return 'it does not answer the challenge that was given';
  }
  if (expected.domain !== undefined && !listOf(proof.domain).includes(expected.domain)) {
    return `it was not made for the domain ${expected.domain}`;
  }
  return undefined;
}
