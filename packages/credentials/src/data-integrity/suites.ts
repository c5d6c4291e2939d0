import type { KeyAlgorithm, VerificationAlgorithm } from '../keys.ts';

/** Cryptosuites that sign here. */
export type Cryptosuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019';

/** Cryptosuites whose proofs are checked here; the last is a proof type of its own, from before there were suites. */
export type VerifiableCryptosuite = Cryptosuite | 'ecdsa-jcs-2019' | 'Ed25519Signature2020';

/** One row of the table of cryptosuites. */
export interface Suite {
  readonly name: VerifiableCryptosuite;
  /** How a document becomes text: canonical N-Quads (RDFC-1.0), or canonical JSON (JCS, RFC 8785). */
  readonly transformation: 'rdfc' | 'jcs';
  /** Keys that the suite accepts. The hash follows the key: SHA-384 with P-384, else SHA-256. */
  readonly algorithms: readonly VerificationAlgorithm[];
}

/**
 * The cryptosuites.
 *
 * @see Data Integrity EdDSA Cryptosuites 1.0, 3.2 and 3.3; Data Integrity ECDSA Cryptosuites 1.0, 3.2 and 3.3.
 */
const SUITES: readonly Suite[] = [
  { name: 'eddsa-rdfc-2022', transformation: 'rdfc', algorithms: ['Ed25519'] },
  { name: 'eddsa-jcs-2022', transformation: 'jcs', algorithms: ['Ed25519'] },
  { name: 'ecdsa-rdfc-2019', transformation: 'rdfc', algorithms: ['P-256', 'P-384'] },
  { name: 'ecdsa-jcs-2019', transformation: 'jcs', algorithms: ['P-256', 'P-384'] },
];

const DEFAULTS: Readonly<Record<KeyAlgorithm, Cryptosuite>> = {
  Ed25519: 'eddsa-rdfc-2022',
  'P-256': 'ecdsa-rdfc-2019',
};

/** Names of the cryptosuites that can be checked. */
export const CRYPTOSUITES: readonly VerifiableCryptosuite[] = SUITES.map((suite) => suite.name);

/** Signs as `eddsa-rdfc-2022` does, in terms of a context that only the profile `data-model` knows. */
const SIGNATURE_2020: Suite = { name: 'Ed25519Signature2020', transformation: 'rdfc', algorithms: ['Ed25519'] };

/**
 * The suite of a proof; undefined when its type or its suite is not known here.
 *
 * @see Verifiable Credential Data Integrity 1.0, 3.1 (DataIntegrityProof); Data Integrity EdDSA Cryptosuites 1.0, A
 *   (the suites of 2020, for reading).
 */
export function suiteOf(proof: { readonly type?: unknown; readonly cryptosuite?: unknown }): Suite | undefined {
  return proof.type === 'DataIntegrityProof'
    ? findSuite(proof.cryptosuite)
    : proof.type === SIGNATURE_2020.name && proof.cryptosuite === undefined
      ? SIGNATURE_2020
      : undefined;
}

/** The suite of a name; undefined for one that is not known here. */
export function findSuite(name: unknown): Suite | undefined {
  return SUITES.find((suite) => suite.name === name);
}

/**
 * The suite that a key signs with.
 *
 * @param name the suite asked for; without it the one that goes with the key.
 * @throws {RangeError} when the key cannot make proofs of the suite, or the suite only verifies here.
 */
export function signingSuite(algorithm: KeyAlgorithm, name: Cryptosuite = DEFAULTS[algorithm]): Suite {
  const suite = findSuite(name);
  if (suite === undefined || !Object.hasOwn(SIGNING, suite.name)) {
    throw new RangeError(`cryptosuite must be one of ${Object.keys(SIGNING).join(', ')}, not "${name}".`);
  }
  if (!suite.algorithms.includes(algorithm)) {
    throw new RangeError(
      `${name} needs a key of ${suite.algorithms[0]}, and the signer's is ${algorithm}: leave cryptosuite out, or use another key.`,
    );
  }
  return suite;
}

const SIGNING: Readonly<Record<Cryptosuite, true>> = {
  'eddsa-rdfc-2022': true,
  'eddsa-jcs-2022': true,
  'ecdsa-rdfc-2019': true,
};
