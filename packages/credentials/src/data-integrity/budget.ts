import type { Json, JsonObject } from '../json.ts';

/** Objects that may be canonicalized for one answer, a document once for each proof that needs it anew. */
const MAX_OBJECTS = 2_000;

/** Work that is left; canonicalizing costs about as much as a document has objects, whatever is in them. */
export interface WorkBudget {
  objects: number;
}

/** A document, with its chains of proofs, would take too long to canonicalize. */
export class TooMuchWork extends RangeError {
  constructor() {
    super(`it has more than ${MAX_OBJECTS} objects, counted again for each proof in a chain`);
  }
}

/** The work that one verification may cause: 2,000 objects, far below a second. */
export function createBudget(): WorkBudget {
  return { objects: MAX_OBJECTS };
}

function objectsIn(value: Json): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  let count = Array.isArray(value) ? 0 : 1;
  for (const inner of Object.values(value)) {
    count += objectsIn(inner);
  }
  return count;
}

/**
 * Takes the work of canonicalizing a document off the budget.
 *
 * @throws {TooMuchWork} when it is more than what is left.
 */
export function spendOn(document: JsonObject, budget: WorkBudget): void {
  budget.objects -= objectsIn(document);
  if (budget.objects < 0) {
    throw new TooMuchWork();
  }
}
