/** Any JSON value except null, which JSON-LD drops and which a signature therefore never covers. */
export type Json = boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [name: string]: Json;
}

/** A plain copy of a value that is safe to canonicalize, or the first reason why it is not. */
export type ScreenedDocument = { ok: true; document: JsonObject } | { ok: false; problem: string };

const MAX_DEPTH = 24;
const MAX_VALUES = 20_000;
const MAX_CHARACTERS = 4_000_000;
const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;

class Refusal extends Error {}

interface Budget {
  values: number;
  characters: number;
}

function spend(budget: Budget, text: string, path: string): void {
  budget.characters += text.length;
  if (budget.characters > MAX_CHARACTERS) {
    throw new Refusal(`it holds more than ${MAX_CHARACTERS} characters`);
  }
  if (!text.isWellFormed()) {
    throw new Refusal(`${path} holds half of a surrogate pair, which is no text`);
  }
}

function checkName(name: string, path: string, top: boolean): void {
  if (name === '@context' && top) {
    return;
  }
  if (name === '__proto__' || name.startsWith('@') || name.includes(':')) {
    throw new Refusal(
      `${path} is named "${name.slice(0, 80)}": only plain terms are accepted, no JSON-LD keywords, IRIs or prefixes`,
    );
  }
  // In Open Badges the type Criteria and the property criteria are one IRI, so a type's name could hide a property.
  if (/^[A-Z]/.test(name)) {
    throw new Refusal(`${path} is named like a type, not like a property`);
  }
}

function checkMeaning(name: string, value: Json | undefined, path: string): void {
  if (name === 'id' && !(typeof value === 'string' && ABSOLUTE_IRI.test(value))) {
    throw new Refusal(`${path} must be an absolute URI such as https://… or urn:uuid:…`);
  }
  if (name === 'type' && listOf(value).some((type) => typeof type !== 'string' || type.includes(':'))) {
    throw new Refusal(`${path} must hold plain terms, not IRIs or prefixes`);
  }
}

function copy(value: unknown, path: string, depth: number, budget: Budget): Json {
  budget.values += 1;
  if (budget.values > MAX_VALUES) {
    throw new Refusal(`it holds more than ${MAX_VALUES} values`);
  }
  if (typeof value === 'string') {
    spend(budget, value, path);
    return value;
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    throw new Refusal(`${path} is ${value === null ? 'null' : `of the type ${typeof value}`}: leave it out instead`);
  }
  if (depth >= MAX_DEPTH) {
    throw new Refusal(`${path.slice(0, 120)} is nested deeper than ${MAX_DEPTH} levels`);
  }
  return Array.isArray(value) ? copyArray(value, path, depth, budget) : copyObject(value, path, depth, budget);
}

function copyArray(value: readonly unknown[], path: string, depth: number, budget: Budget): Json[] {
  if (value.length > MAX_VALUES) {
    throw new Refusal(`${path} has more than ${MAX_VALUES} entries`);
  }
  if (value.some((entry) => Array.isArray(entry))) {
    throw new Refusal(`${path} holds a list directly in a list`);
  }
  return Array.from(value, (entry, index) => copy(entry, `${path}[${index}]`, depth + 1, budget));
}

function copyObject(value: object, path: string, depth: number, budget: Budget): JsonObject {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new Refusal(`${path} is not a plain JSON object`);
  }
  const result: JsonObject = {};
  for (const name of Object.keys(value)) {
    const at = depth === 0 ? name : `${path}.${name}`;
    spend(budget, name, at.slice(0, 120));
    checkName(name, at.slice(0, 120), depth === 0);
    const descriptor = Object.getOwnPropertyDescriptor(value, name);
    if (descriptor === undefined || !('value' in descriptor)) {
      throw new Refusal(`${at} is computed, not data`);
    }
    result[name] = copy(descriptor.value, at, depth + 1, budget);
    checkMeaning(name, result[name], at);
  }
  return result;
}

/**
 * Copies a value of unknown origin into plain JSON in which every member means in JSON what it means in JSON-LD.
 *
 * A signature covers the RDF statements, while people and programs read the JSON. The two can be made to differ
 * without touching the signature: a member renamed to its full IRI (a `credentialStatus` that no reader finds) or to
 * a type that shares it,
 * a value wrapped in `@value`, a type written as its IRI, a list in a list, a member with the value null. All of these are refused, and so are `@context` below
 * the top, relative or blank identifiers, cycles, nesting deeper than 24 levels and more than 20,000 values.
 *
 * @param value anything; nothing in it is trusted, and no accessor of it is called.
 * @returns the copy, detached from the value, or the first problem as a clause that follows "The credential cannot
 *   be read:".
 * @see Verifiable Credential Data Integrity 1.0, 4.6 (context validation); JSON-LD 1.1, 9 (grammar).
 */
export function screenDocument(value: unknown): ScreenedDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: 'it must be a JSON object' };
  }
  try {
    const document = copyObject(value, 'the credential', 0, { values: 0, characters: 0 });
    return { ok: true, document };
  } catch (error) {
    const problem = error instanceof Refusal ? error.message : 'it does not behave like data';
    return { ok: false, problem };
  }
}

/** Tells whether a value is a JSON object (not an array). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && !Array.isArray(value);
}

/** A JSON-LD value as a list: none, one and many are written in three ways and mean the same. */
export function listOf(value: Json | undefined): Json[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Tells whether a node has a type among its types. */
export function hasType(node: JsonObject, type: string): boolean {
  return listOf(node.type).includes(type);
}

/** The identifier of a node that may be given as its bare identifier or as an object with one. */
export function idOf(value: Json | undefined): string | undefined {
  const id = isObject(value) ? value.id : value;
  return typeof id === 'string' ? id : undefined;
}
