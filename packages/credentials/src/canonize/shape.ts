import { isObject, type Json, type JsonObject } from '../json.ts';

/** A document cut in two: what is the same for all documents of its shape, and the texts that fill it. */
export interface Shape {
  /** Structure, names, types, contexts, numbers and booleans: equal keys mean equal all of these, in equal order. */
  readonly key: string;
  /** Every other string, in the order of the document. */
  readonly texts: readonly string[];
}

/** Members whose text decides how the rest is read, so that it is a part of the shape. */
const DECIDING: ReadonlySet<string> = new Set(['@context', 'type', '@type', '@language', '@direction']);

/** JSON-LD keywords whose effect depends on nothing but the shape; a document with any other goes to the library. */
const PLAIN_KEYWORDS: ReadonlySet<string> = new Set(['@id', '@type', '@value', '@language', '@direction']);

const AT = 0x40;
const FIRST_CODE = 0x100;
const MAX_NAMES = 4_096;
const MAX_DEPTH = 48;
const MAX_TEXTS = 4_000;
const MAX_KEY = 8_192;

const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const TEXT = 0x73;
const TRUE = 0x74;
const FALSE = 0x66;
const NUMBER = 0x23;
const NUMBER_END = 0x3b;

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Reads shapes. Names, types and contexts are written in the key as one character each, given out on learning, so
 * that a key is short and no name can be mistaken for another.
 */
export class ShapeReader {
  readonly #codes = new Map<string, number>();
  readonly #key = new Uint16Array(MAX_KEY);
  readonly #bytes = Buffer.from(this.#key.buffer);
  #length = 0;
  #texts: string[] = [];
  #learning = false;

  /** How many names are known. */
  get size(): number {
    return this.#codes.size;
  }

  /** Forgets every name. Keys read before mean nothing afterwards. */
  clear(): void {
    this.#codes.clear();
  }

  /**
   * @param learning gives codes to new names; without it a document with an unknown name has no shape.
   * @returns undefined for a document that only the library may read: contexts other than addresses, most
   *   keywords, values that are no JSON, more than 48 levels, 4,000 texts or 8,192 values and names.
   */
  read(document: object, learning: boolean): Shape | undefined {
    this.#texts = [];
    this.#length = 0;
    this.#learning = learning;
    const readable = isPlain(document) && this.#object(document, 0);
    const texts = this.#texts;
    this.#texts = [];
    // Beyond its end the array takes nothing, so a longer key would be a wrong one.
    return readable && this.#length <= MAX_KEY && texts.length <= MAX_TEXTS
      ? { key: this.#bytes.toString('utf16le', 0, 2 * this.#length), texts }
      : undefined;
  }

  #put(code: number): true {
    this.#key[this.#length] = code;
    this.#length += 1;
    return true;
  }

  #name(name: string): boolean {
    let code = this.#codes.get(name);
    if (code === undefined) {
      if (!this.#learning || this.#codes.size >= MAX_NAMES) {
        return false;
      }
      code = FIRST_CODE + this.#codes.size;
      this.#codes.set(name, code);
    }
    return this.#put(code);
  }

  #object(value: Readonly<Record<string, unknown>>, depth: number): boolean {
    this.#put(OBJECT);
    for (const name of Object.keys(value)) {
      if (!this.#name(name) || name === '__proto__') {
        return false;
      }
      const member = value[name];
      const readable = DECIDING.has(name)
        ? this.#deciding(member)
        : (name.charCodeAt(0) !== AT || PLAIN_KEYWORDS.has(name)) && this.#value(member, depth + 1);
      if (!readable) {
        return false;
      }
    }
    return this.#put(OBJECT_END);
  }

  #deciding(value: unknown): boolean {
    if (typeof value === 'string') {
      return this.#name(value);
    }
    if (!Array.isArray(value)) {
      return false;
    }
    this.#put(ARRAY);
    for (const entry of value) {
      if (typeof entry !== 'string' || !this.#name(entry)) {
        return false;
      }
    }
    return this.#put(ARRAY_END);
  }

  #number(value: number): boolean {
    if (!Number.isFinite(value) || Object.is(value, -0)) {
      return false;
    }
    const text = String(value);
    this.#put(NUMBER);
    for (let at = 0; at < text.length; at += 1) {
      this.#put(text.charCodeAt(at));
    }
    return this.#put(NUMBER_END);
  }

  #value(value: unknown, depth: number): boolean {
    if (typeof value === 'string') {
      this.#texts.push(value);
      return value !== '__proto__' && this.#put(TEXT);
    }
    if (typeof value === 'number') {
      return this.#number(value);
    }
    if (typeof value === 'boolean') {
      return this.#put(value ? TRUE : FALSE);
    }
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) {
      return false;
    }
    if (!Array.isArray(value)) {
      return isPlain(value) && this.#object(value, depth);
    }
    this.#put(ARRAY);
    for (const entry of value) {
      if (!this.#value(entry, depth + 1)) {
        return false;
      }
    }
    return this.#put(ARRAY_END);
  }
}

/**
 * A copy of a document with other texts, in the order in which `ShapeReader` gives them.
 *
 * @param textAt called once for each text with its place and what stands there.
 */
export function withTexts(document: JsonObject, textAt: (place: number, text: string) => string): JsonObject {
  let place = 0;
  const copy = (value: Json): Json => {
    if (typeof value === 'string') {
      place += 1;
      return textAt(place - 1, value);
    }
    if (Array.isArray(value)) {
      return value.map(copy);
    }
    return isObject(value) ? copyObject(value) : value;
  };
  const copyObject = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        DECIDING.has(name) ? structuredClone(member) : copy(member),
      ]),
    );
  return copyObject(document);
}

/**
 * A copy of a document of plain JSON.
 *
 * @returns undefined for anything else, which only the library may read: members of a prototype, for example, are
 *   members to it.
 */
export function copyPlain(document: JsonObject): JsonObject | undefined {
  let plain = true;
  const check = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) {
      plain &&= value === null || ['string', 'number', 'boolean'].includes(typeof value);
      return;
    }
    plain &&= depth <= MAX_DEPTH && (Array.isArray(value) || isPlain(value)) && !Object.hasOwn(value, '__proto__');
    if (plain) {
      for (const entry of Object.values(value)) check(entry, depth + 1);
    }
  };
  check(document, 0);
  return plain ? structuredClone(document) : undefined;
}

/** The contexts that a document names, wherever it does. */
export function contextsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) =>
    name === '@context' && !Array.isArray(value) ? [member].flat() : contextsIn(member),
  );
}
