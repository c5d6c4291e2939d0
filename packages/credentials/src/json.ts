import { isValueObject, meaningProblem, nameProblem } from './data-model/names.ts';
import type { Profile, ProfileOptions } from './data-model/profile.ts';

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

class Refusal extends Error {}

/**
 * Where a value stands. A `document` may have contexts, and so may a `proof` (of canonical JSON); a `node` may not. An `opaque` value has rules of its own and is
 * only copied: a context (checked by `checkContexts`), or a value that its term takes as JSON.
 */
type Place = 'document' | 'proof' | 'node' | 'opaque';

interface Screening {
  readonly profile: Profile;
  /** The names and indexes that lead to the value looked at; made into a path when something is refused. */
  readonly trail: (string | number)[];
  values: number;
  characters: number;
}

function pathOf({ trail }: Screening): string {
  const path = trail.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`));
  return path.length === 0 ? 'the credential' : path.join('').slice(0, 120);
}

function spend(screening: Screening, text: string): void {
  screening.characters += text.length;
  if (screening.characters > MAX_CHARACTERS) {
    throw new Refusal(`it holds more than ${MAX_CHARACTERS} characters`);
  }
  if (text === '__proto__') {
    // As an identifier it would reach the prototype of all objects in the JSON-LD processor.
    throw new Refusal(`${pathOf(screening)} holds "__proto__", which no program may take for a name`);
  }
  if (!text.isWellFormed()) {
    throw new Refusal(`${pathOf(screening)} holds half of a surrogate pair, which is no text`);
  }
}

/** A number that is written in RDF with the digits of another (JSON-LD 1.1 Processing Algorithms, 8.6: 16 digits). */
function losesDigits(value: boolean | number): boolean {
  return typeof value === 'number' && !Number.isInteger(value) && Number(value.toExponential(15)) !== value;
}

function copy(value: unknown, depth: number, place: Place, screening: Screening): Json {
  screening.values += 1;
  if (screening.values > MAX_VALUES) {
    throw new Refusal(`it holds more than ${MAX_VALUES} values`);
  }
  if (typeof value === 'string') {
    spend(screening, value);
    return value;
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    if (screening.profile === 'plain' && losesDigits(value)) {
      throw new Refusal(`${pathOf(screening)} has more digits than a signature covers: round it to 16`);
    }
    return value;
  }
  if (value === null && place === 'opaque') {
    // Contexts and JSON literals alone may hold null; nothing but the JSON-LD processor reads them.
    return value as unknown as Json;
  }
  if (typeof value !== 'object' || value === null) {
    throw new Refusal(
      `${pathOf(screening)} is ${value === null ? 'null' : `of the type ${typeof value}`}: leave it out instead`,
    );
  }
  if (depth >= MAX_DEPTH) {
    throw new Refusal(`${pathOf(screening)} is nested deeper than ${MAX_DEPTH} levels`);
  }
  return Array.isArray(value) ? copyArray(value, depth, place, screening) : copyObject(value, depth, place, screening);
}

function copyArray(value: readonly unknown[], depth: number, place: Place, screening: Screening): Json[] {
  if (value.length > MAX_VALUES) {
    throw new Refusal(`${pathOf(screening)} has more than ${MAX_VALUES} entries`);
  }
  if (screening.profile === 'plain' && value.some((entry) => Array.isArray(entry))) {
    throw new Refusal(`${pathOf(screening)} holds a list directly in a list`);
  }
  const copied: Json[] = [];
  // By index: a hole is a value that is missing, and is refused as one.
  for (let index = 0; index < value.length; index += 1) {
    screening.trail.push(index);
    copied.push(copy(value[index], depth + 1, place, screening));
    screening.trail.pop();
  }
  return copied;
}

/** The rules for a member: a document's context and JSON literals are opaque, credentials inside are documents. */
function placeOf(name: string, place: Place, profile: Profile): Place {
  const opaque =
    place === 'opaque' ||
    (profile === 'data-model' &&
      (name === 'jsonSchema' || (name === '@context' && (place === 'document' || place === 'proof'))));
  if (opaque) {
    return 'opaque';
  }
  return name === 'verifiableCredential' ? 'document' : name === 'proof' && place === 'document' ? 'proof' : 'node';
}

function copyObject(value: object, depth: number, place: Place, screening: Screening): JsonObject {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new Refusal(`${pathOf(screening)} is not a plain JSON object`);
  }
  const { profile } = screening;
  const result: JsonObject = {};
  const names = Object.keys(value);
  const valueObject = profile === 'data-model' && isValueObject(names.slice(0, 100));
  for (const name of names) {
    screening.trail.push(name);
    spend(screening, name);
    const context = name === '@context' && (place === 'document' || place === 'proof');
    const unnamed =
      place === 'opaque' ? (name === '__proto__' ? 'no property' : undefined) : nameProblem(name, profile, valueObject);
    if (unnamed !== undefined && !context) {
      throw new Refusal(`${pathOf(screening)} is named "${name.slice(0, 80)}": ${unnamed}`);
    }
    const descriptor = Object.getOwnPropertyDescriptor(value, name);
    if (descriptor === undefined || !('value' in descriptor)) {
      throw new Refusal(`${pathOf(screening)} is computed, not data`);
    }
    const copied = copy(descriptor.value, depth + 1, placeOf(name, place, profile), screening);
    const meaningless = place === 'opaque' ? undefined : meaningProblem(name, copied, profile);
    if (meaningless !== undefined) {
      throw new Refusal(`${pathOf(screening)} ${meaningless}`);
    }
    result[name] = copied;
    screening.trail.pop();
  }
  return result;
}

/**
 * Copies a value of unknown origin into plain JSON in which every member means in JSON what it means in JSON-LD.
 *
 * A signature covers the RDF statements, while people and programs read the JSON. The two can be made to differ
 * without touching the signature: a member renamed to its full IRI (a `credentialStatus` that no reader finds) or to a
 * type that shares it, a value wrapped in `@value`, a type written as its IRI, a list in a list, a member with the
 * value null. The profile `plain` refuses all of these; `data-model` takes value objects, lists in lists and names
 * and types that are URLs outside the namespaces of the data model. Both refuse contexts in other places than the top
 * of a credential or presentation, relative or blank identifiers, cycles, nesting deeper than 24 levels and more than
 * 20,000 values.
 *
 * @param value anything; nothing in it is trusted, and no accessor of it is called.
 * @returns the copy, detached from the value, or the first problem as a clause that follows "The credential cannot
 *   be read:".
 * @see Verifiable Credential Data Integrity 1.0, 4.6 (context validation); JSON-LD 1.1, 9 (grammar).
 */
export function screenDocument(value: unknown, options: ProfileOptions = {}): ScreenedDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: 'it must be a JSON object' };
  }
  try {
    const screening = { profile: options.profile ?? 'plain', trail: [], values: 0, characters: 0 };
    return { ok: true, document: copyObject(value, 0, 'document', screening) };
  } catch (error) {
    const problem = error instanceof Refusal ? error.message : 'it does not behave like data';
    return { ok: false, problem };
  }
}

/** Tells whether a value is a JSON object (not an array). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
