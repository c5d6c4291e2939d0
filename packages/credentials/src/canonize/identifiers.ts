import { isCarriedIri, type TermNames } from './terms.ts';

/** What the identifiers of a document do beyond what its shape says: which are equal, which mean something else. */
export interface IdentifierPattern {
  /** Documents of one shape with the same key have one template. */
  readonly key: string;
  /** The place whose text a place shares, its own or an earlier one; undefined for a text that belongs to the shape. */
  readonly slotAt: (place: number) => number | undefined;
}

const itself = (place: number): number => place;
const FREE: IdentifierPattern = { key: '', slotAt: itself };

/** All carried through and no two equal: nodes stay apart, and nothing depends on what the texts are. */
function isFree(texts: readonly string[], places: readonly number[], terms: TermNames): boolean {
  for (let at = 0; at < places.length; at += 1) {
    const text = texts[places[at] ?? 0] ?? '';
    if (!isCarriedIri(text, terms)) {
      return false;
    }
    for (let before = 0; before < at; before += 1) {
      if (texts[places[before] ?? 0] === text) return false;
    }
  }
  return true;
}

/**
 * @param places of the identifiers among the texts of a document.
 */
export function identifierPattern(
  texts: readonly string[],
  places: readonly number[],
  terms: TermNames,
): IdentifierPattern {
  // Comparing each with each is quickest for the few that a credential has.
  if (places.length <= 24 && isFree(texts, places, terms)) {
    return FREE;
  }
  const firstWith = new Map<string, number>();
  const shared = new Map<number, number | undefined>();
  let key = '';
  for (const place of places) {
    const text = texts[place] ?? '';
    if (!isCarriedIri(text, terms)) {
      // An identifier that means something else than it says is itself a part of the shape.
      shared.set(place, undefined);
      key += `!${text.length}:${text}`;
      continue;
    }
    const first = firstWith.get(text) ?? place;
    firstWith.set(text, first);
    shared.set(place, first);
    key += `=${first};`;
  }
  return { key, slotAt: (place) => (shared.has(place) ? shared.get(place) : place) };
}
