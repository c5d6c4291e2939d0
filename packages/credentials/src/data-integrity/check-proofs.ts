import { isObject, type Json, type JsonObject, listOf } from '../json.ts';
import { type Check, failed, passed } from '../report.ts';
import type { ResolveKey } from '../resolve.ts';
import type { Work } from './budget.ts';
import { type Canonize, libraryCanonize } from './canonize.ts';
import { chainProblem, previousProofsOf, securedBy } from './chain.ts';
import { checkProof, isOfAnotherKind, otherKind, type ProofOutcome } from './check-proof.ts';
import { createHasher } from './hash-data.ts';
import type { Expectation } from './proof-options.ts';

/** Proofs that a document may carry; each costs a signature. */
export const MAX_PROOFS = 8;

/** How all proofs of a document ended. */
export interface ProofsOutcome {
  readonly check: Check;
  /** Whose keys made the proofs that were checked, each once; none unless the check passed. */
  readonly controllers: readonly string[];
}

const refuse = (code: 'proof-missing' | 'proof-malformed', detail: string): ProofsOutcome => ({
  check: failed('proof', code, detail),
  controllers: [],
});

const isProof = (proof: Json): proof is JsonObject => proof !== null && isObject(proof);

/** Proofs of another kind, and all that are chained to one: what they say cannot be checked. */
function unsupportedOf(proofs: readonly JsonObject[]): ReadonlySet<JsonObject> {
  const found = new Set(proofs.filter(isOfAnotherKind));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const proof of proofs) {
      const previous = previousProofsOf(proof, proofs);
      if (previous.ok && previous.proofs.some((one) => found.has(one))) {
        found.add(proof);
      }
    }
  }
  return found;
}

function summary(fitting: readonly ProofOutcome[], controllers: readonly string[], passedOver: number): string {
  const suites = [...new Set(fitting.map((outcome) => outcome.cryptosuite))].join(', ');
  const over =
    passedOver === 0 ? '' : ` Passed over, for they are of kinds that cannot be checked here: ${passedOver}.`;
  return `${fitting.length} signatures fit (${suites}): nothing was changed since ${controllers.join(' and ')} signed it.${over}`;
}

/**
 * Checks the proofs of a screened document. One at least is needed; every one of a known cryptosuite must hold, in a
 * set as in a chain. Proofs of other kinds beside them are passed over, and the check says so.
 *
 * @see Verifiable Credential Data Integrity 1.0, 4.4 (verify proof) and 4.5 (verify proof sets and chains).
 */
export async function checkProofs(
  signed: JsonObject,
  at: Date,
  resolveKey: ResolveKey | undefined,
  options: {
    canonize?: Canonize | undefined;
    expected?: Expectation | undefined;
    budget?: Work | undefined;
  } = {},
): Promise<ProofsOutcome> {
  const { canonize = libraryCanonize, expected = { purpose: 'assertionMethod' }, budget } = options;
  const { proof: value, ...unsecured } = signed;
  const proofs = listOf(value);
  if (proofs.length === 0) {
    return refuse('proof-missing', 'The credential is not signed.');
  }
  if (proofs.length > MAX_PROOFS) {
    return refuse('proof-malformed', `${proofs.length} proofs are given, and at most ${MAX_PROOFS} are checked.`);
  }
  if (!proofs.every(isProof)) {
    return refuse('proof-malformed', 'The proof is not an object.');
  }
  const problem = chainProblem(proofs);
  if (problem !== undefined) {
    return refuse('proof-malformed', `The proofs are not well-formed: ${problem}.`);
  }
  const unsupported = unsupportedOf(proofs);
  const checking = { at, resolveKey, expected, hasher: createHasher(canonize, budget) };
  const outcomes: ProofOutcome[] = [];
  for (const proof of proofs.filter((one) => !unsupported.has(one))) {
    const previous = previousProofsOf(proof, proofs);
    const document = securedBy(unsecured, previous.ok ? previous.proofs : []);
    const outcome = await checkProof(unsecured, document, proof, checking);
    outcomes.push(outcome);
    if (outcome.check.result === 'failed') {
      break;
    }
  }
  const bad =
    outcomes.find(({ check }) => check.result === 'failed') ?? outcomes.find(({ check }) => check.result !== 'passed');
  const [first] = outcomes;
  if (bad !== undefined || first === undefined) {
    const [other] = proofs.filter(isOfAnotherKind);
    return { check: (bad ?? otherKind(other ?? {})).check, controllers: [] };
  }
  const controllers = [...new Set(outcomes.map(({ controller }) => controller ?? ''))];
  const single = outcomes.length === 1 && unsupported.size === 0;
  const check = single ? first.check : passed('proof', summary(outcomes, controllers, unsupported.size));
  return { check, controllers };
}
