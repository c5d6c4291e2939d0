import type { Quad, Term } from './n-quads.ts';

/** A place in a line that is filled from `Values`; FIXED when nothing is. */
export type Slot = number;
export const FIXED: Slot = -1;

/** What fills the slots of one document: its texts ready for N-Quads, then the labels of its blank nodes. */
export type Values = readonly string[];

/** The part of an N-Quad after its subject: at most an object and a graph that differ from document to document. */
export interface Rest {
  readonly before: string;
  readonly object: Slot;
  readonly between: string;
  readonly graph: Slot;
  readonly after: string;
}

/** By UTF-16 code units, as the library sorts. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text of a rest. */
export function fillRest(rest: Rest, values: Values): string {
  const { before, object, between, graph, after } = rest;
  if (object === FIXED && graph === FIXED) {
    return before;
  }
  const head = object === FIXED ? before + between : before + values[object] + between;
  return graph === FIXED ? head + after : head + values[graph] + after;
}

/** The slots of some rests, each once. */
export function slotsOf(rests: readonly Rest[]): readonly Slot[] {
  return [...new Set(rests.flatMap(({ object, graph }) => [object, graph]))].filter((slot) => slot !== FIXED);
}

/**
 * A text that is made again only when what it is made of has changed: what belongs to a program or an issuer stays the
 * same from one credential to the next.
 */
export class Remembered {
  readonly #slots: readonly Slot[];
  readonly #make: (values: Values) => string | undefined;
  readonly #last: (string | undefined)[];
  #text: string | undefined;

  constructor(slots: readonly Slot[], make: (values: Values) => string | undefined) {
    this.#slots = slots;
    this.#make = make;
    this.#last = slots.map(() => undefined);
    this.#text = slots.length === 0 ? make([]) : undefined;
  }

  /** Undefined when `make` gave nothing. */
  of(values: Values): string | undefined {
    let same = true;
    for (let at = 0; at < this.#slots.length; at += 1) {
      const value = values[this.#slots[at] ?? FIXED];
      if (value !== this.#last[at]) {
        same = false;
        this.#last[at] = value;
      }
    }
    if (!same) {
      this.#text = this.#make(values);
    }
    return this.#text;
  }
}

/** Which slot an IRI, or the text of a literal, stands for; undefined for what belongs to the shape. */
export type SlotOf = (text: string) => Slot | undefined;

/** What stands in the place of a blank node. */
export type BlankAs = (number: number) => Slot | string;

/** A term as text, or the slot that it is filled from. IRIs come with their brackets, literals without quotes. */
export function tokenOf(term: Term, blankAs: BlankAs, slotOf: SlotOf): Slot | string {
  if (term.kind === 'blank') {
    return blankAs(term.number);
  }
  return term.kind === 'iri' ? (slotOf(term.iri) ?? `<${term.iri}>`) : (slotOf(term.escaped) ?? term.escaped);
}

/** A line without its subject. */
export function restOf(quad: Quad, blankAs: BlankAs, slotOf: SlotOf): Rest {
  const object = tokenOf(quad.object, blankAs, slotOf);
  const graph = quad.graph === undefined ? undefined : tokenOf(quad.graph, blankAs, slotOf);
  const quote = quad.object.kind === 'literal' ? '"' : '';
  const suffix = quad.object.kind === 'literal' ? quad.object.suffix : '';
  const parts = {
    before: `<${quad.predicate}> ${quote}${typeof object === 'number' ? '' : object}`,
    object: typeof object === 'number' ? object : FIXED,
    between: `${suffix}${graph === undefined ? '' : ` ${typeof graph === 'number' ? '' : graph}`}`,
    graph: typeof graph === 'number' ? graph : FIXED,
    after: ' .\n',
  };
  return parts.object === FIXED && parts.graph === FIXED
    ? { ...parts, before: parts.before + parts.between + parts.after }
    : parts.graph === FIXED
      ? { ...parts, between: parts.between + parts.after, after: '' }
      : parts;
}

/** A text in UTF-8, encoded once while it stays the same. */
export class Encoded {
  #text: string | undefined;
  #bytes: Uint8Array | undefined;

  /** @returns how many bytes were written. */
  writeTo(target: Buffer, offset: number, text: string): number {
    if (text !== this.#text) {
      this.#text = text;
      this.#bytes = undefined;
      return target.write(text, offset, 'utf8');
    }
    this.#bytes ??= Buffer.from(text, 'utf8');
    target.set(this.#bytes, offset);
    return this.#bytes.length;
  }
}
