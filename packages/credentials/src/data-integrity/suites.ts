import type { KeyAlgorithm, VerificationAlgorithm } from '../keys.ts';

/** Cryptosuites that sign here. */
export type Cryptosuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019';

/** Cryptosuites whose proofs are checked here. */
export type VerifiableCryptosuite = Cryptosuite | 'ecdsa-jcs-2019';

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
  if (suite === undefined || suite.name === 'ecdsa-jcs-2019') {
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
