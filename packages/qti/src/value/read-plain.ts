import type { BaseType, PlainValue, Scalar } from '../model/value.ts';
import { isInteger, parseLiteral } from './literal.ts';
import type { Declared } from './plain.ts';
import { fieldType } from './record-fields.ts';
import { isIdentifier } from './xml-name.ts';

/** How much one value may hold. */
export const MAX_MEMBERS = 1000;
export const MAX_CHARACTERS = 1_000_000;

/** What JSON said: a value of the declared type, or why it is none. */
export type PlainReading =
  | { readonly ok: true; readonly value: PlainValue }
  | { readonly ok: false; readonly text: string };

type ScalarReading = { readonly ok: true; readonly value: Scalar } | { readonly ok: false; readonly text: string };

/** What each base type wants, in words. */
const WANTED: Readonly<Record<BaseType, string>> = {
  boolean: 'true or false',
  directedPair: 'two identifiers such as "A B"',
  duration: 'seconds, 0 or more, or an ISO 8601 duration such as "PT1M30S"',
  file: 'the address of a file',
  float: 'a finite number',
  identifier: 'an identifier such as "A"',
  integer: 'a whole number from -2147483648 to 2147483647',
  pair: 'two identifiers such as "A B"',
  point: 'two whole numbers such as "10 20"',
  string: 'a string',
  uri: 'an address',
};

/**
 * Reads a value as JSON brings it: null, "" and [] are NULL; a single value is a literal of its base type, or a JSON number or
 * boolean where that fits; a container is a list of such, a record an object of them. Strict: one value is no list, and a list no value.
 */
export function readPlain(json: unknown, declared: Declared): PlainReading {
  const { cardinality, baseType } = declared;
  if (json === null || json === '') return { ok: true, value: null };
  if (Array.isArray(json)) {
    if (json.length === 0) return { ok: true, value: null };
    if (cardinality === 'single') return refused('must be one value, not a list');
    if (cardinality === 'record' || baseType === null) return refused('must be an object, not a list');
    return readList(json, baseType);
  }
  if (cardinality === 'record') return readRecord(json, declared.fields);
  if (cardinality !== 'single') return refused('must be a list such as ["A", "B"], or null for none');
  return baseType === null ? refused('has no base type') : readScalar(json, baseType);
}

function readList(json: readonly unknown[], baseType: BaseType): PlainReading {
  if (json.length > MAX_MEMBERS) return refused(`has ${json.length} members; ${MAX_MEMBERS} are allowed`);
  const values: Scalar[] = [];
  for (const [at, member] of json.entries()) {
    const read = readScalar(member, baseType);
    if (!read.ok) return refused(`member ${at + 1} ${read.text}`);
    values.push(read.value);
  }
  return { ok: true, value: values };
}

function readRecord(json: unknown, fields: Readonly<Record<string, BaseType>>): PlainReading {
  if (!isObject(json)) return refused('must be an object of fields, or null for none');
  const entries = Object.entries(json);
  if (entries.length > MAX_MEMBERS) return refused(`has ${entries.length} fields; ${MAX_MEMBERS} are allowed`);
  const values: [string, Scalar | null][] = [];
  for (const [name, value] of entries) {
    if (!isIdentifier(name) || name === '__proto__')
      return refused(`has a field ${quoted(name)}; that is no identifier`);
    if (value === null || value === '') {
      values.push([name, null]);
      continue;
    }
    const sample = typeof value === 'number' || typeof value === 'boolean' ? value : '';
    const read = readScalar(value, fieldType(name, sample, fields));
    if (!read.ok) return refused(`field ${name} ${read.text}`);
    values.push([name, read.value]);
  }
  return { ok: true, value: values.length === 0 ? null : Object.fromEntries(values) };
}

function readScalar(json: unknown, baseType: BaseType): ScalarReading {
  const wanted = (): ScalarReading => refused(`must be ${WANTED[baseType]}${got(json)}`);
  if (typeof json === 'string') {
    if (json.length > MAX_CHARACTERS) {
      return refused(`has ${json.length} characters; ${MAX_CHARACTERS} are allowed`);
    }
    const value = parseLiteral(json, baseType);
    return value === undefined ? wanted() : { ok: true, value };
  }
  if (typeof json === 'number') return fits(json, baseType) ? { ok: true, value: json + 0 } : wanted();
  if (typeof json === 'boolean' && baseType === 'boolean') return { ok: true, value: json };
  return wanted();
}

function fits(value: number, baseType: BaseType): boolean {
  if (baseType === 'integer') return isInteger(value);
  if (baseType === 'float') return Number.isFinite(value);
  return baseType === 'duration' && Number.isFinite(value) && value >= 0;
}

function got(json: unknown): string {
  if (typeof json === 'string') return `; it is ${quoted(json)}`;
  if (typeof json === 'number' || typeof json === 'boolean') return `; it is ${json}`;
  return '';
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function refused(text: string): { readonly ok: false; readonly text: string } {
  return { ok: false, text };
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}
