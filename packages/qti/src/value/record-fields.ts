import type { BaseType, Scalar } from '../model/value.ts';

/** The fields of the record that a number typed as text becomes (QTI 3.0 ASI information model, string interactions). */
const NUMBER_FIELDS: ReadonlyMap<string, BaseType> = new Map([
  ['stringValue', 'string'],
  ['floatValue', 'float'],
  ['integerValue', 'integer'],
  ['leftDigits', 'integer'],
  ['rightDigits', 'integer'],
  ['ndp', 'integer'],
  ['nsf', 'integer'],
  ['exponent', 'integer'],
]);

/**
 * The base type of a field of a record: as declared; else that of the fields that QTI knows by name; else what its JSON
 * looks like: a boolean, a float, a string.
 */
export function fieldType(name: string, value: Scalar, fields: Readonly<Record<string, BaseType>>): BaseType {
  const declared = Object.hasOwn(fields, name) ? fields[name] : NUMBER_FIELDS.get(name);
  if (declared !== undefined) return declared;
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'float' : 'string';
}
