import type { BaseType, ContainerValue, Scalar, SingleValue, Value } from '../model/value.ts';

/**
 * Whether two values of the base type are the same (QTI 3.0 ASI information model, enumeration BaseType): a pair in either
 * order, all else exactly; strings by their characters, numbers and durations by value.
 */
export function sameScalar(a: Scalar, b: Scalar, baseType: BaseType): boolean {
  if (a === b) return true;
  return baseType === 'pair' && canonical(a, baseType) === canonical(b, baseType);
}

/**
 * A form of the value that is the same for the same values: for sets and maps of values.
 */
export function canonical(value: Scalar, baseType: BaseType): Scalar {
  if (baseType !== 'pair') return value;
  const [first = '', second = ''] = String(value).split(' ');
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}

/** Whether two base types may be compared: the same, or both numbers. */
export function comparable(a: BaseType, b: BaseType): boolean {
  return a === b || (isNumeric(a) && isNumeric(b));
}

/** Integers and floats are the numbers of QTI; a duration is none. */
export function isNumeric(baseType: BaseType): boolean {
  return baseType === 'integer' || baseType === 'float';
}

/**
 * Whether two values are the same, as qti-match means it: of one cardinality and comparable base types; multiple containers
 * when each value is as often in one as in the other, ordered ones position by position, records field by field. NULL is the
 * same as NULL.
 */
export function sameValue(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (a.cardinality === 'record' || b.cardinality === 'record') {
    return a.cardinality === 'record' && b.cardinality === 'record' && sameFields(a.value, b.value);
  }
  if (a.cardinality !== b.cardinality || !comparable(a.baseType, b.baseType)) return false;
  if (a.cardinality === 'single' || b.cardinality === 'single') {
    return a.cardinality === 'single' && b.cardinality === 'single' && sameScalar(a.value, b.value, a.baseType);
  }
  return a.cardinality === 'ordered' ? sameSequence(a, b) : sameBag(a, b);
}

function sameSequence(a: ContainerValue, b: ContainerValue): boolean {
  if (a.value.length !== b.value.length) return false;
  return a.value.every((value, at) => sameScalar(value, b.value[at] ?? '', a.baseType));
}

function sameBag(a: ContainerValue, b: ContainerValue): boolean {
  return a.value.length === b.value.length && holdsBag(a, b);
}

/** Whether each value is at least as often in the first container as in the second. */
export function holdsBag(whole: ContainerValue, part: ContainerValue): boolean {
  const counts = new Map<Scalar, number>();
  for (const value of whole.value) {
    const key = canonical(value, whole.baseType);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return part.value.every((value) => {
    const key = canonical(value, part.baseType);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0;
  });
}

type Fields = Readonly<Record<string, SingleValue | null>>;

/** A field that is not there is as one that is NULL. */
function sameFields(a: Fields, b: Fields): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => sameValue(fieldOf(a, name), fieldOf(b, name)));
}

/** The value of a field of a record; null when there is none of that name. */
export function fieldOf(fields: Fields, name: string): SingleValue | null {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
