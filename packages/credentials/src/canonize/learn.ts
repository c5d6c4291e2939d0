import type { Canonize } from '../data-integrity/canonize.ts';
import type { JsonObject } from '../json.ts';
import { parseCanonical, type Quad, type Term } from './n-quads.ts';
import { withTexts } from './shape.ts';
import { Template, type TextSlot } from './template.ts';

/** Where the texts of a document go, by the place of each: read off the canonical form of one full of sentinels. */
interface Reading {
  readonly quads: readonly Quad[];
  readonly kinds: ReadonlyMap<number, TextSlot['kind']>;
  readonly placeOf: (text: string) => number | undefined;
}

/** Begins no text of the document, and no context: those are bundled and hold nothing of the kind. */
function sentinelPrefix(document: JsonObject): string {
  const text = JSON.stringify(document);
  let number = 0;
  while (text.includes(`urn:x-slot-${number}:`)) {
    number += 1;
  }
  return `urn:x-slot-${number}:`;
}

function termsOf(quad: Quad): readonly Term[] {
  return quad.graph === undefined ? [quad.subject, quad.object] : [quad.subject, quad.object, quad.graph];
}

/**
 * Canonicalizes a document with a sentinel in the place of its texts.
 *
 * @param sentinelAt the number of the sentinel for a place; undefined leaves the text.
 * @returns undefined unless every sentinel comes out whole, always as an IRI or always as a literal.
 */
async function read(
  document: JsonObject,
  library: Canonize,
  sentinelAt: (place: number) => number | undefined,
): Promise<Reading | undefined> {
  const prefix = sentinelPrefix(document);
  const places = new Map<string, number>();
  const filled = withTexts(document, (place, text) => {
    const number = sentinelAt(place);
    if (number === undefined) return text;
    places.set(`${prefix}${number};`, number);
    return `${prefix}${number};`;
  });
  const canonical = await library(filled).catch(() => undefined);
  const quads = canonical === undefined ? undefined : parseCanonical(canonical);
  if (quads === undefined || quads.some((quad) => quad.predicate.includes(prefix))) {
    return undefined;
  }
  const kinds = new Map<number, TextSlot['kind']>();
  for (const term of quads.flatMap(termsOf)) {
    const text = term.kind === 'iri' ? term.iri : term.kind === 'literal' ? term.escaped : '';
    const place = places.get(text);
    const suffix = term.kind === 'literal' ? term.suffix : '';
    if (place === undefined ? (text + suffix).includes(prefix) : suffix.includes(prefix)) {
      return undefined;
    }
    if (place !== undefined && term.kind !== 'blank') {
      if ((kinds.get(place) ?? term.kind) !== term.kind) return undefined;
      kinds.set(place, term.kind);
    }
  }
  return kinds.size === places.size ? { quads, kinds, placeOf: (text) => places.get(text) } : undefined;
}

/**
 * Learns at which places of a shape identifiers stand, as against plain text.
 *
 * @returns places in ascending order; undefined when the shape cannot be learned.
 */
export async function learnIdentifiers(
  document: JsonObject,
  library: Canonize,
): Promise<readonly number[] | undefined> {
  const reading = await read(document, library, (place) => place);
  return (
    reading && [...reading.kinds].flatMap(([place, kind]) => (kind === 'iri' ? [place] : [])).sort((a, b) => a - b)
  );
}

/**
 * Learns the template of a document.
 *
 * @param options.slotAt for a place the place whose text it shares, its own or an earlier one; undefined for a text
 *   that belongs to the shape.
 * @returns undefined when it cannot be learned. A template is to be believed only after it has given what the library
 *   gave.
 */
export async function learnTemplate(options: {
  document: JsonObject;
  library: Canonize;
  slotAt: (place: number) => number | undefined;
}): Promise<Template | undefined> {
  const { document, library, slotAt } = options;
  const reading = await read(document, library, slotAt);
  if (reading === undefined) {
    return undefined;
  }
  const { quads, kinds, placeOf } = reading;
  const slots = [...kinds].map(([place, kind]) => ({ place, kind }));
  const slotByPlace = new Map(slots.map(({ place }, slot) => [place, slot]));
  return new Template(quads, slots, (text) => {
    const place = placeOf(text);
    return place === undefined ? undefined : slotByPlace.get(place);
  });
}
