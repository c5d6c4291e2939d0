/** QTI's cardinalities (ASI information model, enumeration Cardinality). */
export const CARDINALITIES = ['single', 'multiple', 'ordered', 'record'] as const;
export type Cardinality = (typeof CARDINALITIES)[number];

/** QTI's base types (ASI information model, enumeration BaseType). */
export const BASE_TYPES = [
  'boolean',
  'directedPair',
  'duration',
  'file',
  'float',
  'identifier',
  'integer',
  'pair',
  'point',
  'string',
  'uri',
] as const;
export type BaseType = (typeof BASE_TYPES)[number];

/**
 * One value as plain JSON. Which kind follows from the base type:
 *
 * - boolean: a boolean;
 * - integer, float: a finite number; duration: seconds, a number from 0 up (floats may also be Infinity or NaN while an
 *   expression is evaluated; they never leave it);
 * - identifier, string, uri: a string; file: a string that names the file (an address, or a data: URL);
 * - pair, directedPair: two identifiers with one space between, "A B"; point: two integers likewise, "10 20".
 */
export type Scalar = string | number | boolean;

/**
 * A value with everything but its type, as a program sends and stores it: null is QTI's NULL, a list is a container
 * (multiple or ordered), an object a record.
 */
export type PlainValue = Scalar | readonly Scalar[] | { readonly [field: string]: Scalar | null } | null;

/** Values by variable identifier. */
export type PlainValues = Readonly<Record<string, PlainValue>>;

export interface SingleValue {
  readonly cardinality: 'single';
  readonly baseType: BaseType;
  readonly value: Scalar;
}

/** Never empty: an empty container is NULL. */
export interface ContainerValue {
  readonly cardinality: 'multiple' | 'ordered';
  readonly baseType: BaseType;
  readonly value: readonly Scalar[];
}

/** Fields by identifier, each of its own base type; never empty. */
export interface RecordValue {
  readonly cardinality: 'record';
  readonly value: Readonly<Record<string, SingleValue | null>>;
}

/** A value while processing runs, with its type. null is NULL. */
export type Value = SingleValue | ContainerValue | RecordValue | null;

/** The type of a value; a record has no base type. */
export interface ValueType {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
}
