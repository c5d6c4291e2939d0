import type { VariableDeclaration } from '../model/declarations.ts';
import type { BaseType, PlainValue, Scalar, SingleValue, Value } from '../model/value.ts';
import { formatIsoDuration } from './duration.ts';
import { fieldType } from './record-fields.ts';

/** The part of a declaration that gives a plain value its type. */
export type Declared = Pick<VariableDeclaration, 'cardinality' | 'baseType' | 'fields'>;

/**
 * A plain value with its type. An empty container, an empty record and an empty string are NULL; so is a value that is not
 * of the declared form.
 */
export function toValue(plain: PlainValue, declared: Declared): Value {
  const { cardinality, baseType } = declared;
  if (plain === null || plain === '') return null;
  if (cardinality === 'record') {
    return typeof plain !== 'object' || isList(plain) ? null : recordOf(plain, declared);
  }
  if (baseType === null) return null;
  if (cardinality === 'single') return typeof plain === 'object' ? null : { cardinality, baseType, value: plain };
  if (typeof plain !== 'object') return { cardinality, baseType, value: [plain] };
  return isList(plain) && plain.length > 0 ? { cardinality, baseType, value: plain } : null;
}

function recordOf(plain: Readonly<Record<string, Scalar | null>>, { fields }: Declared): Value {
  const entries = Object.entries(plain).map(([name, value]): [string, SingleValue | null] => [
    name,
    value === null || value === '' ? null : { cardinality: 'single', baseType: fieldType(name, value, fields), value },
  ]);
  return entries.length === 0 ? null : { cardinality: 'record', value: Object.fromEntries(entries) };
}

/** A value without its type. Numbers that are not finite have no place in plain values: they become NULL. */
export function toPlain(value: Value): PlainValue {
  if (value === null) return null;
  if (value.cardinality === 'single') return finite(value.value) ? value.value : null;
  if (value.cardinality !== 'record') return value.value.every(finite) ? value.value : null;
  return Object.fromEntries(
    Object.entries(value.value).map(([name, field]) => [
      name,
      field !== null && finite(field.value) ? field.value : null,
    ]),
  );
}

/** A plain value for output as JSON: durations as ISO 8601, all else as it is. */
export function writePlain(plain: PlainValue, { baseType, fields }: Declared): PlainValue {
  if (plain === null) return null;
  if (typeof plain !== 'object') return written(plain, baseType);
  if (isList(plain)) return baseType === 'duration' ? plain.map((value) => written(value, baseType)) : plain;
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [
      name,
      value === null ? null : written(value, fieldType(name, value, fields)),
    ]),
  );
}

function written(value: Scalar, baseType: BaseType | null): Scalar {
  return baseType === 'duration' && typeof value === 'number' ? formatIsoDuration(value) : value;
}

function finite(value: Scalar): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

/** `Array.isArray` that knows readonly lists. */
function isList(plain: object): plain is readonly Scalar[] {
  return Array.isArray(plain);
}

export { readPlain } from './read-plain.ts';
