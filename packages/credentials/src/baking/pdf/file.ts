import { type Budget, unpack } from './filters.ts';
import { latin, PdfLexer, type ValueBudget } from './lexer.ts';
import {
  damaged,
  entryOf,
  isDictionary,
  isList,
  isReference,
  nameOf,
  type PdfDictionary,
  PdfRefusal,
  type PdfValue,
} from './value.ts';

const MAXIMUM_OBJECTS = 200_000;
const MAXIMUM_VALUES = 400_000;
const MAXIMUM_SECTIONS = 64;
const MAXIMUM_UNPACKED = 32 * 1024 * 1024;

/** Where an object stands: at an offset of the file, or as the n-th of an object stream. */
type Place = { readonly offset: number } | { readonly stream: number; readonly position: number };

/**
 * A PDF file of unknown origin, opened by its cross-reference sections (ISO 32000-2, 7.5). Objects are read when they
 * are asked for; pages, fonts and pictures never are.
 */
export class PdfFile {
  readonly #bytes: Uint8Array;
  readonly #places = new Map<number, Place | null>();
  readonly #objects = new Map<number, PdfValue>();
  readonly #opened = new Map<number, { readonly lexer: PdfLexer; readonly offsets: readonly number[] }>();
  #listed = 0;
  readonly #budget: Budget = { left: MAXIMUM_UNPACKED };
  readonly #values: ValueBudget = { values: MAXIMUM_VALUES };
  readonly catalog: PdfValue;

  /** @throws {PdfRefusal} when the file is damaged, encrypted or unpacks to more than 32 MiB. */
  constructor(bytes: Uint8Array) {
    // Offsets count from the header, which may have a few bytes before it.
    const header = latin(bytes.subarray(0, 1024)).indexOf('%PDF-');
    if (header < 0) throw damaged('it does not begin as a PDF does');
    this.#bytes = bytes.subarray(header);
    const root = this.#readSections();
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

  /** Reads the sections from the newest to the oldest; the newest place of an object is the one. Gives the catalog. */
  #readSections(): PdfValue {
    const tail = latin(this.#bytes.subarray(-2048));
    const start = /startxref\s+(\d{1,10})\s+%%EOF(?![\s\S]*startxref)/.exec(tail)?.[1];
    if (start === undefined) throw damaged('its end is missing');
    const waiting = [Number(start)];
    const seen = new Set<number>();
    let root: PdfValue = null;
    for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
      if (seen.has(offset)) continue;
      if (seen.size >= MAXIMUM_SECTIONS) throw damaged('it has been changed too many times');
      seen.add(offset);
      const trailer = this.#readSection(offset);
      if (entryOf(trailer, 'Encrypt') !== null) {
        throw new PdfRefusal('encrypted', 'This PDF is encrypted. Save a copy without a password, and use that.');
      }
      root ??= entryOf(trailer, 'Root');
      for (const name of ['XRefStm', 'Prev']) {
        const next = entryOf(trailer, name);
        if (typeof next === 'number') waiting.push(next);
      }
    }
    return root;
  }

  #readSection(offset: number): PdfDictionary {
    const lexer = this.#lexer(offset);
    if (lexer.word() === 'xref') return this.#readTable(lexer);
    const dictionary = this.#at(offset);
    if (!isDictionary(dictionary) || nameOf(entryOf(dictionary, 'Type')) !== 'XRef') {
      throw damaged('the list of its objects is missing');
    }
    this.#readStream(dictionary);
    return dictionary;
  }

  #readTable(lexer: PdfLexer): PdfDictionary {
    for (;;) {
      const word = lexer.word();
      if (word === 'trailer') break;
      const first = Number(word);
      const count = lexer.integer();
      if (!/^\d{1,10}$/.test(word)) throw damaged('the list of its objects cannot be read');
      for (let index = 0; index < count; index += 1) {
        const offset = lexer.integer();
        lexer.integer();
        this.#place(first + index, lexer.word() === 'n' ? { offset } : null);
      }
    }
    const trailer = lexer.value();
    if (!isDictionary(trailer)) throw damaged('the list of its objects does not end');
    return trailer;
  }

  #readStream(dictionary: PdfDictionary): void {
    const widths = entryOf(dictionary, 'W');
    const size = entryOf(dictionary, 'Size');
    const ranges = entryOf(dictionary, 'Index');
    const fields = isList(widths) ? widths.map((width) => (typeof width === 'number' ? width : 99)) : [];
    if (fields.length !== 3 || fields.some((width) => !Number.isInteger(width) || width < 0 || width > 6)) {
      throw damaged('the list of its objects cannot be read');
    }
    const bytes = this.streamBytes(dictionary);
    let at = 0;
    const field = (width: number, otherwise: number): number => {
      let value = width === 0 ? otherwise : 0;
      for (let index = 0; index < width; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
      at += width;
      return value;
    };
    const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = fields;
    const spans = isList(ranges) ? ranges : [0, size];
    for (let span = 0; span + 1 < spans.length; span += 2) {
      const first = Number(spans[span]);
      const end = first + Number(spans[span + 1]);
      for (let number = first; number < end && at < bytes.length; number += 1) {
        const type = field(typeWidth, 1);
        const second = field(secondWidth, 0);
        const third = field(thirdWidth, 0);
        this.#place(number, type === 1 ? { offset: second } : type === 2 ? { stream: second, position: third } : null);
      }
    }
  }

  #place(number: number, place: Place | null): void {
    this.#listed += 1;
    if (this.#listed > MAXIMUM_OBJECTS) throw new PdfRefusal('too-large', 'This PDF has too many objects.');
    if (!this.#places.has(number)) this.#places.set(number, place);
  }
}
