import { latin, type PdfLexer } from './lexer.ts';
import {
  damaged,
  entryOf,
  isDictionary,
  isList,
  nameOf,
  type PdfDictionary,
  PdfRefusal,
  type PdfValue,
} from './value.ts';

/** The most objects that a file may list, in all of its sections together. */
export const MAXIMUM_OBJECTS = 200_000;

const MAXIMUM_SECTIONS = 64;

/** Where an object stands: at an offset of the file, or as the n-th of an object stream. */
export type Place = { readonly offset: number } | { readonly stream: number; readonly position: number };

/** What of a file is needed to read its cross-reference sections. */
export interface SectionReader {
  readonly bytes: Uint8Array;
  /** A reader of syntax at an offset. */
  readonly lexer: (at: number) => PdfLexer;
  /** The object that begins at an offset. */
  readonly objectAt: (offset: number) => PdfValue;
  readonly streamBytes: (dictionary: PdfDictionary) => Uint8Array;
}

/**
 * The cross-reference sections of a file, from the newest to the oldest (ISO 32000-2, 7.5.4 and 7.5.8): of an object
 * that was changed, the newest place is the one.
 */
export class PdfSections {
  readonly places = new Map<number, Place | null>();
  readonly #reader: SectionReader;
  #listed = 0;

  constructor(reader: SectionReader) {
    this.#reader = reader;
  }

  /**
   * Reads all sections.
   *
   * @returns the reference to the catalog.
   * @throws {PdfRefusal} when the file is damaged, encrypted, or lists more than 200,000 objects.
   */
  read(): PdfValue {
    const tail = latin(this.#reader.bytes.subarray(-2048));
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
    const lexer = this.#reader.lexer(offset);
    if (lexer.word() === 'xref') return this.#readTable(lexer);
    const dictionary = this.#reader.objectAt(offset);
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
    const bytes = this.#reader.streamBytes(dictionary);
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
    if (!this.places.has(number)) this.places.set(number, place);
  }
}
