import { damaged, type PdfDictionary, PdfRefusal, type PdfValue } from './value.ts';

const MAXIMUM_DEPTH = 32;
const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** How many values may still be read, of all objects of one file together. */
export interface ValueBudget {
  values: number;
}

/** Reads the values of PDF syntax one after the other. The grammar is that of ISO 32000-2, 7.2 and 7.3. */
export class PdfLexer {
  readonly bytes: Uint8Array;
  at: number;
  readonly #budget: ValueBudget;

  constructor(bytes: Uint8Array, at: number, budget: ValueBudget) {
    this.bytes = bytes;
    this.at = at;
    this.#budget = budget;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      } else if (byte !== undefined && SPACE.has(byte)) {
        this.at += 1;
      } else {
        return;
      }
    }
  }

  /** The next run of regular characters, such as `obj`, `12` or `true`; empty at a delimiter. */
  word(): string {
    this.skipSpace();
    const start = this.at;
    let byte = this.bytes[this.at];
    while (byte !== undefined && !SPACE.has(byte) && !DELIMITERS.has(byte)) {
      this.at += 1;
      byte = this.bytes[this.at];
    }
    return latin(this.bytes.subarray(start, Math.min(this.at, start + 64)));
  }

  /** An integer of at least 0. */
  integer(): number {
    const word = this.word();
    if (!/^\d{1,10}$/.test(word)) throw damaged('a number is missing in it');
    return Number(word);
  }

  value(depth = 0): PdfValue {
    if (depth > MAXIMUM_DEPTH) throw damaged('its objects are nested too deep');
    this.#budget.values -= 1;
    if (this.#budget.values < 0)
      throw new PdfRefusal('too-large', 'This PDF has larger objects than can be read here.');
    this.skipSpace();
    const byte = this.bytes[this.at];
    const next = this.bytes[this.at + 1];
    if (byte === 0x2f) return { kind: 'name', name: this.#name() };
    if (byte === 0x28) return { kind: 'string', bytes: this.#literal() };
    if (byte === 0x3c) return next === 0x3c ? this.#dictionary(depth) : { kind: 'string', bytes: this.#hexadecimal() };
    if (byte === 0x5b) return this.#list(depth);
    return this.#plain();
  }

  #plain(): PdfValue {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw damaged('an object in it cannot be read');
    if (/^\d{1,10}$/.test(word)) {
      const after = this.at;
      const isReference = /^\d{1,5}$/.test(this.word()) && this.word() === 'R';
      if (isReference) return { kind: 'reference', number: Number(word) };
      this.at = after;
    }
    return Number(word);
  }

  #name(): string {
    this.at += 1;
    const start = this.at;
    let byte = this.bytes[this.at];
    while (byte !== undefined && !SPACE.has(byte) && !DELIMITERS.has(byte)) {
      this.at += 1;
      byte = this.bytes[this.at];
    }
    const raw = latin(this.bytes.subarray(start, Math.min(this.at, start + 256)));
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  #list(depth: number): PdfValue {
    this.at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2;
        return { kind: 'dictionary', entries };
      }
      if (this.bytes[this.at] !== 0x2f) throw damaged('an entry of it has no name');
      entries.set(this.#name(), this.value(depth + 1));
    }
  }

  #literal(): Uint8Array {
    const found: number[] = [];
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x28) {
        open += 1;
        if (open === 1) continue;
      } else if (byte === 0x29) {
        open -= 1;
        if (open === 0) {
          this.at += 1;
          return Uint8Array.from(found);
        }
      } else if (byte === 0x5c) {
        found.push(...this.#escape());
        continue;
      }
      found.push(byte);
    }
    throw damaged('a text in it does not end');
  }

  /** What an escape stands for; the reader is left on its last byte. */
  #escape(): readonly number[] {
    this.at += 1;
    const character = String.fromCharCode(this.bytes[this.at] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(latin(this.bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal !== undefined) {
      this.at += octal.length - 1;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    if (character === '\r' && this.bytes[this.at + 1] === 10) this.at += 1;
    if (character === '\r' || character === '\n') return [];
    return [ESCAPES[character] ?? character.charCodeAt(0)];
  }

  #hexadecimal(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw damaged('a text in it does not end');
    const digits = latin(this.bytes.subarray(this.at + 1, end)).replace(/\s/g, '');
    this.at = end + 1;
    return Uint8Array.from(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  }
}

/** Bytes as text of one character a byte. */
export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
