import { type Canonize, libraryCanonize } from '../data-integrity/canonize.ts';
import type { JsonObject } from '../json.ts';
import { type IdentifierPattern, identifierPattern } from './identifiers.ts';
import { learnIdentifiers, learnTemplate } from './learn.ts';
import { contextsIn, copyPlain, type Shape, ShapeReader } from './shape.ts';
import type { Template } from './template.ts';
import { type TermNames, termNamesOf } from './terms.ts';

const DEFAULT_TEMPLATES = 256;
/** Names known at most before all is forgotten and learned again; a certifying body uses some hundred. */
const MAX_NAMES = 3_000;
const MAX_PATTERNS = 16;
const MAX_CHARACTERS = 200_000;

/** `proven` once the template has given what the library gave; without a template only the library is asked. */
interface Known {
  readonly template: Template | undefined;
  proven: boolean;
}

interface KnownShape {
  readonly terms: TermNames;
  /** Places of the identifiers among the texts; undefined when the shape cannot be learned. */
  readonly identifiers: readonly number[] | undefined;
  readonly patterns: Map<string, Known>;
}

/** Canonicalizes documents of shapes seen before without expanding them again. */
export interface Canonizer {
  /** The same bytes as the library gives, and its rejection when it rejects. */
  readonly canonize: Canonize;
  /** The same at once, for a document whose template is known and believed; undefined for any other. */
  readonly canonizeKnown: (document: JsonObject) => string | undefined;
  /** SHA-256 (32 bytes) of what `canonizeKnown` gives. */
  readonly digestKnown: (document: JsonObject) => Uint8Array | undefined;
  /** Templates held, documents answered by one, and documents for which the library was asked. */
  readonly stats: () => { templates: number; hits: number; misses: number };
}

class TemplateCanonizer implements Canonizer {
  readonly #library: Canonize;
  readonly #maxTemplates: number;
  readonly #reader = new ShapeReader();
  /** Least recently used first. */
  readonly #shapes = new Map<string, KnownShape>();
  readonly #learning = new Set<string>();
  #mostRecent: KnownShape | undefined;
  #generation = 0;
  #templates = 0;
  #hits = 0;
  #misses = 0;

  constructor(library: Canonize, maxTemplates: number) {
    this.#library = library;
    this.#maxTemplates = maxTemplates;
  }

  readonly stats = () => ({ templates: this.#templates, hits: this.#hits, misses: this.#misses });

  readonly canonizeKnown = (document: JsonObject): string | undefined =>
    this.#known(document, (template, texts) => template.fill(texts));

  readonly digestKnown = (document: JsonObject): Uint8Array | undefined =>
    this.#known(document, (template, texts) => template.digest(texts));

  #known<T>(document: JsonObject, fill: (template: Template, texts: readonly string[]) => T): T | undefined {
    const shape = this.#reader.read(document, false);
    const known = shape && this.#shapes.get(shape.key);
    if (shape === undefined || known?.identifiers === undefined) {
      return undefined;
    }
    const pattern = identifierPattern(shape.texts, known.identifiers, known.terms);
    const found = known.patterns.get(pattern.key);
    const filled = found?.proven && found.template !== undefined ? fill(found.template, shape.texts) : undefined;
    if (filled !== undefined) {
      this.#hits += 1;
      this.#touch(shape.key, known);
    }
    return filled;
  }

  readonly canonize = async (document: JsonObject): Promise<string> => {
    const canonical = this.canonizeKnown(document);
    if (canonical !== undefined) {
      return canonical;
    }
    this.#misses += 1;
    // A copy: the document could be changed while the library is at work.
    const copy = copyPlain(document);
    const expected = await this.#library(copy ?? document);
    if (copy !== undefined && expected.length <= MAX_CHARACTERS) {
      await this.#learn(copy, expected);
    }
    return expected;
  };

  #touch(key: string, shape: KnownShape): void {
    if (this.#mostRecent !== shape) {
      this.#shapes.delete(key);
      this.#shapes.set(key, shape);
      this.#mostRecent = shape;
    }
  }

  async #learn(document: JsonObject, expected: string): Promise<void> {
    if (this.#reader.size > MAX_NAMES) {
      this.#forget();
    }
    const shape = this.#reader.read(document, true);
    if (shape === undefined || this.#learning.has(shape.key)) {
      return;
    }
    this.#learning.add(shape.key);
    const generation = this.#generation;
    try {
      const known = this.#shapes.get(shape.key) ?? (await this.#learnShape(document));
      if (known === undefined || generation !== this.#generation) return;
      this.#touch(shape.key, known);
      await this.#learnPattern(document, shape, known, expected);
      this.#bound();
    } finally {
      this.#learning.delete(shape.key);
    }
  }

  async #learnShape(document: JsonObject): Promise<KnownShape | undefined> {
    const terms = termNamesOf(contextsIn(document));
    return terms && { terms, identifiers: await learnIdentifiers(document, this.#library), patterns: new Map() };
  }

  async #learnPattern(document: JsonObject, shape: Shape, known: KnownShape, expected: string): Promise<void> {
    if (known.identifiers === undefined) {
      return;
    }
    const pattern = identifierPattern(shape.texts, known.identifiers, known.terms);
    const found = known.patterns.get(pattern.key) ?? (await this.#newTemplate(document, shape.key, known, pattern));
    const filled = found?.proven === false ? found.template?.fill(shape.texts) : undefined;
    if (found === undefined || filled === undefined) {
      return;
    }
    found.proven = filled === expected;
    if (!found.proven) {
      known.patterns.set(pattern.key, { template: undefined, proven: false });
    }
  }

  async #newTemplate(
    document: JsonObject,
    key: string,
    known: KnownShape,
    pattern: IdentifierPattern,
  ): Promise<Known | undefined> {
    if (known.patterns.size >= MAX_PATTERNS) {
      return undefined;
    }
    const template = await learnTemplate({ document, library: this.#library, slotAt: pattern.slotAt });
    if (this.#shapes.get(key) !== known) {
      return undefined; // Forgotten meanwhile.
    }
    const created: Known = { template, proven: false };
    known.patterns.set(pattern.key, created);
    this.#templates += 1;
    return created;
  }

  /** A shape without a template costs little, but is counted as one: its number is bounded too. */
  #bound(): void {
    for (const [key, shape] of this.#shapes) {
      if (this.#templates <= this.#maxTemplates && this.#shapes.size <= this.#maxTemplates) return;
      this.#templates -= shape.patterns.size;
      this.#shapes.delete(key);
    }
  }

  #forget(): void {
    this.#generation += 1;
    this.#reader.clear();
    this.#shapes.clear();
    this.#mostRecent = undefined;
    this.#templates = 0;
  }
}

/**
 * Makes a canonizer that learns: the first document of a shape is expanded by the library, with sentinels in the place
 * of its texts; the canonical form of each further one is that form filled with its own texts. A shape is the
 * document's structure, names, types, contexts, numbers and booleans, and which of its identifiers are equal.
 *
 * The bytes are the library's own. A template is believed once it has given what the library gave; whatever the
 * library could drop, refuse, merge or read in another way (an identifier that is relative, a term or prefixed, inline
 * contexts, keywords, equal lines, blank nodes that only their neighbors tell apart) goes to the library.
 *
 * @param options.maxTemplates templates held at most; the least recently used shape goes first. Default 256.
 * @param options.library what is asked and imitated; by default jsonld in safe mode with the bundled contexts.
 * @throws {RangeError} when maxTemplates is no positive whole number.
 * @see JSON-LD 1.1 Processing Algorithms, 5 (expansion), 8.1 (to RDF); RDF Dataset Canonicalization 1.0, 4.
 */
export function createCanonizer(options: { maxTemplates?: number; library?: Canonize } = {}): Canonizer {
  const { maxTemplates = DEFAULT_TEMPLATES, library = libraryCanonize } = options;
  if (!Number.isSafeInteger(maxTemplates) || maxTemplates < 1) {
    throw new RangeError('createCanonizer: maxTemplates must be a whole number from 1 on.');
  }
  return new TemplateCanonizer(library, maxTemplates);
}
