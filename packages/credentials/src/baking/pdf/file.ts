import { type Budget, unpack } from './filters.ts';
import { latin, PdfLexer, type ValueBudget } from './lexer.ts';
import { MAXIMUM_OBJECTS, PdfSections, type Place } from './sections.ts';
import { damaged, entryOf, isDictionary, isList, isReference, type PdfDictionary, type PdfValue } from './value.ts';

const MAXIMUM_VALUES = 400_000;
const MAXIMUM_UNPACKED = 32 * 1024 * 1024;

/**
 * A PDF file of unknown origin, opened by its cross-reference sections (ISO 32000-2, 7.5). Objects are read when they
 * are asked for; pages, fonts and pictures never are.
 */
export class PdfFile {
  readonly #bytes: Uint8Array;
  readonly #places: ReadonlyMap<number, Place | null>;
  readonly #objects = new Map<number, PdfValue>();
  readonly #opened = new Map<number, { readonly lexer: PdfLexer; readonly offsets: readonly number[] }>();
  readonly #budget: Budget = { left: MAXIMUM_UNPACKED };
  readonly #values: ValueBudget = { values: MAXIMUM_VALUES };
  readonly catalog: PdfValue;

  /** @throws {PdfRefusal} when the file is damaged, encrypted or unpacks to more than 32 MiB. */
  constructor(bytes: Uint8Array) {
    // Offsets count from the header, which may have a few bytes before it.
    const header = latin(bytes.subarray(0, 1024)).indexOf('%PDF-');
    if (header < 0) throw damaged('it does not begin as a PDF does');
    this.#bytes = bytes.subarray(header);
    const sections = new PdfSections({
      bytes: this.#bytes,
      lexer: (at) => this.#lexer(at),
      objectAt: (offset) => this.#at(offset),
      streamBytes: (dictionary) => this.streamBytes(dictionary),
    });
    // The sections fill the places while they are read: a section may itself be a stream.
    this.#places = sections.places;
    const root = sections.read();
    this.catalog = this.resolve(root);
  }

  /** The value itself, or the object that it refers to; null where there is none. */
  resolve(value: PdfValue): PdfValue {
    let found = value;
    for (let step = 0; isReference(found); step += 1) {
      if (step > 8) throw damaged('its objects refer to each other in a circle');
      found = this.#object(found.number);
    }
    return found;
  }

  /** An entry of a dictionary, references followed. */
  entry(value: PdfValue, name: string): PdfValue {
    return this.resolve(entryOf(this.resolve(value), name));
  }

  /** The unpacked bytes of a stream. */
  streamBytes(dictionary: PdfDictionary): Uint8Array {
    const start = dictionary.streamStart;
    if (start === undefined) throw damaged('a file in it has no content');
    return unpack(
      this.#bytes.subarray(start, this.#endOfStream(dictionary, start)),
      this.#direct(dictionary),
      this.#budget,
    );
  }

  #lexer(at: number): PdfLexer {
    return new PdfLexer(this.#bytes, at, this.#values);
  }

  #direct(dictionary: PdfDictionary): PdfDictionary {
    const entries = ['Filter', 'DecodeParms'].map((name) => {
      const value = this.entry(dictionary, name);
      return [name, isList(value) ? value.map((one) => this.resolve(one)) : value] as const;
    });
    return { kind: 'dictionary', entries: new Map(entries) };
  }

  #endOfStream(dictionary: PdfDictionary, start: number): number {
    const length = this.entry(dictionary, 'Length');
    if (typeof length === 'number' && Number.isInteger(length) && length >= 0) {
      const lexer = this.#lexer(start + length);
      if (lexer.at <= this.#bytes.length && lexer.word() === 'endstream') return start + length;
    }
    throw damaged('a part of it has another length than it says');
  }

  #object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number) ?? null;
    // An object that asks for itself while it is read (its own length) finds nothing.
    this.#objects.set(number, null);
    const value = place === null ? null : 'offset' in place ? this.#at(place.offset, number) : this.#inside(place);
    this.#objects.set(number, value);
    return value;
  }

  #at(offset: number, number?: number): PdfValue {
    const lexer = this.#lexer(offset);
    const found = lexer.integer();
    lexer.integer();
    if (lexer.word() !== 'obj' || (number !== undefined && found !== number))
      throw damaged('an object is missing in it');
    const value = lexer.value();
    if (!isDictionary(value) || lexer.word() !== 'stream') return value;
    const after = this.#bytes[lexer.at] === 13 ? lexer.at + 1 : lexer.at;
    return { ...value, streamStart: this.#bytes[after] === 10 ? after + 1 : after };
  }

  #inside({ stream, position }: { readonly stream: number; readonly position: number }): PdfValue {
    const { lexer, offsets } = this.#openObjects(stream);
    const offset = offsets[position];
    if (offset === undefined) throw damaged('an object is missing in it');
    lexer.at = offset;
    return lexer.value();
  }

  #openObjects(number: number) {
    const known = this.#opened.get(number);
    if (known !== undefined) return known;
    // An object stream must not lie in another one.
    const place = this.#places.get(number) ?? null;
    const dictionary = place !== null && 'offset' in place ? this.#at(place.offset, number) : null;
    const count = this.entry(dictionary, 'N');
    const first = this.entry(dictionary, 'First');
    if (
      !isDictionary(dictionary) ||
      typeof count !== 'number' ||
      typeof first !== 'number' ||
      count > MAXIMUM_OBJECTS
    ) {
      throw damaged('a group of objects cannot be read');
    }
    const lexer = new PdfLexer(this.streamBytes(dictionary), 0, this.#values);
    const offsets = Array.from({ length: count }, () => {
      lexer.integer();
      return first + lexer.integer();
    });
    const opened = { lexer, offsets };
    this.#opened.set(number, opened);
    return opened;
  }
}
