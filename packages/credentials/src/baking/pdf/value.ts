/** A name, a string, a reference, a dictionary: what PDF has beyond the values of JSON. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
}

export interface PdfReference {
  readonly kind: 'reference';
  /** Object number; the generation is not needed to find the newest one. */
  readonly number: number;
}

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Where the bytes of a stream begin, when the dictionary is that of a stream. */
  readonly streamStart?: number;
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfDictionary
  | readonly PdfValue[];

/** The file cannot be read; the message is a sentence for a person. Never leaves the folder. */
export class PdfRefusal extends Error {
  readonly reason: 'damaged' | 'encrypted' | 'too-large';

  constructor(reason: PdfRefusal['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The refusal of a file that is not built as PDF is. */
export const damaged = (what: string): PdfRefusal => new PdfRefusal('damaged', `This PDF is damaged: ${what}.`);

/** The value of a direct entry of a dictionary; null where there is none. */
export function entryOf(value: PdfValue, name: string): PdfValue {
  return isDictionary(value) ? (value.entries.get(name) ?? null) : null;
}

export function isDictionary(value: PdfValue): value is PdfDictionary {
  return isKind(value) && value.kind === 'dictionary';
}

export function isReference(value: PdfValue): value is PdfReference {
  return isKind(value) && value.kind === 'reference';
}

/** The text of a name; undefined for anything else. */
export function nameOf(value: PdfValue): string | undefined {
  return isKind(value) && value.kind === 'name' ? value.name : undefined;
}

/** The bytes of a string; undefined for anything else. */
export function stringOf(value: PdfValue): Uint8Array | undefined {
  return isKind(value) && value.kind === 'string' ? value.bytes : undefined;
}

export function isList(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

function isKind(value: PdfValue): value is PdfName | PdfString | PdfReference | PdfDictionary {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
