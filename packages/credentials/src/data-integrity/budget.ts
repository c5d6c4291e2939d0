import type { Json, JsonObject } from '../json.ts';

/** Objects that may be canonicalized for one answer, a document once for each proof that needs it anew. */
const MAX_OBJECTS = 2_000;

/** Entries of a list that cost nothing: a type or two, two contexts. */
const FREE_ENTRIES = 2;
/** Terms of contexts inside contexts that cost as much as an object; they are read anew wherever they begin. */
const TERMS_PER_OBJECT = 50;

/** Work that is left; canonicalizing costs about as much as a document has objects, whatever is in them. */
export interface Work {
  objects: number;
}

/** The work of one verification, and that of the status lists that it reads, which are documents of somebody else. */
export interface WorkBudget extends Work {
  readonly lists: Work;
}

/** A document, with its chains of proofs, would take too long to canonicalize. */
export class TooMuchWork extends RangeError {
  constructor() {
    super(
      `it has more than ${MAX_OBJECTS} objects and entries of lists, counted again for each proof in a chain and ` +
        'with the contexts inside its contexts',
    );
  }
}

/** The work that one verification may cause: 2,000 objects, below a second, and as much for status lists. */
export function createBudget(): WorkBudget {
  return { objects: MAX_OBJECTS, lists: { objects: MAX_OBJECTS } };
}

/**
 * Objects, and the entries of lists beyond two that are none. The JSON-LD processor compares each entry of a list with all before,
 * reads the contexts of each type, and makes an object of each entry of an ordered list.
 */
function objectsIn(value: Json): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  let entries = 0;
  let count = Array.isArray(value) ? 0 : 1;
  for (const inner of Object.values(value)) {
    entries += Array.isArray(value) && typeof inner !== 'object' ? 1 : 0;
    count += objectsIn(inner);
  }
  return count + Math.max(0, entries - FREE_ENTRIES);
}

/** Terms that stand in a context of a term or type, in all contexts that are written in the document. */
function scopedTermsIn(value: Json, depth = 0): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  let count = depth > 1 && !Array.isArray(value) ? Object.keys(value).length : 0;
  for (const [name, inner] of Object.entries(value)) {
    count += scopedTermsIn(inner, name === '@context' && !Array.isArray(value) ? depth + 1 : depth);
  }
  return count;
}

/**
 * Takes the work of canonicalizing a document off the budget.
 *
 * @throws {TooMuchWork} when it is more than what is left.
 */
export function spendOn(document: JsonObject, budget: Work): void {
  budget.objects -= objectsIn(document) * (1 + scopedTermsIn(document) / TERMS_PER_OBJECT);
  if (budget.objects < 0) {
    throw new TooMuchWork();
  }
}
