import { type Json, type JsonObject, listOf } from '../json.ts';

/** The proofs that a proof is chained to, in the order in which it names them, or why there are none. */
export type PreviousProofs = { ok: true; proofs: readonly JsonObject[] } | { ok: false; problem: string };

/**
 * The proofs that a proof names as its previous ones.
 *
 * @param all every proof of the document.
 * @see Verifiable Credential Data Integrity 1.0, 4.3 (add proof set/chain) and 4.5 (verify proof sets and chains).
 */
export function previousProofsOf(proof: JsonObject, all: readonly JsonObject[]): PreviousProofs {
  const proofs: JsonObject[] = [];
  for (const id of listOf(proof.previousProof)) {
    const previous = all.find((one) => typeof id === 'string' && one.id === id);
    if (previous === undefined) {
      return { ok: false, problem: `it names ${describe(id)} as its previous proof, and there is none with that id` };
    }
    proofs.push(previous);
  }
  return { ok: true, proofs };
}

function describe(id: Json): string {
  return typeof id === 'string' ? `"${id.slice(0, 120)}"` : 'something that is no identifier';
}

/**
 * What is wrong with the chains among the proofs of a document: two proofs of one id, the same proof twice, a previous
 * proof that is missing, or proofs that wait for each other.
 *
 * @returns undefined when nothing is; else a clause that follows "The proofs are not well-formed:".
 */
export function chainProblem(all: readonly JsonObject[]): string | undefined {
  const ids = all.map((proof) => proof.id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) {
    return 'two of them have the same id';
  }
  const values = all.map((proof) => proof.proofValue).filter((value) => value !== undefined);
  if (new Set(values).size !== values.length) {
    return 'the same proof stands there twice';
  }
  for (const proof of all) {
    const previous = previousProofsOf(proof, all);
    if (!previous.ok) {
      return `one of them is not: ${previous.problem}`;
    }
  }
  return all.some((proof) => leadsBack(proof, all))
    ? 'a previous proof leads back to the proof that names it'
    : undefined;
}

function leadsBack(start: JsonObject, all: readonly JsonObject[]): boolean {
  const seen = new Set<JsonObject>();
  const waiting = [start];
  for (let proof = waiting.pop(); proof !== undefined; proof = waiting.pop()) {
    const previous = previousProofsOf(proof, all);
    for (const one of previous.ok ? previous.proofs : []) {
      if (one === start) {
        return true;
      }
      if (!seen.has(one)) {
        seen.add(one);
        waiting.push(one);
      }
    }
  }
  return false;
}

/**
 * The document that a proof secures: without its proofs, but with those that the proof is chained to.
 *
 * @param unsecured the document without any proof; given back as it is when the proof is not chained.
 */
export function securedBy(unsecured: JsonObject, previous: readonly JsonObject[]): JsonObject {
  return previous.length === 0 ? unsecured : { ...unsecured, proof: [...previous] };
}
