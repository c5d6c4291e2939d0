import type { BaseType, ContainerValue, Scalar, SingleValue, Value, ValueType } from '../model/value.ts';
import { INTEGER_MAX, INTEGER_MIN } from '../value/literal.ts';
import type { Context } from './rule.ts';

/** Containers that are made while processing runs hold no more. */
export const MAX_MADE_MEMBERS = 2000;

export const A_BOOLEAN: ValueType = { cardinality: 'single', baseType: 'boolean' };
export const AN_INTEGER: ValueType = { cardinality: 'single', baseType: 'integer' };
export const A_FLOAT: ValueType = { cardinality: 'single', baseType: 'float' };

const TRUE: SingleValue = { cardinality: 'single', baseType: 'boolean', value: true };
const FALSE: SingleValue = { cardinality: 'single', baseType: 'boolean', value: false };

export function boolean(value: boolean): SingleValue {
  return value ? TRUE : FALSE;
}

/** A float, infinite ones among them; NULL for NaN. */
export function float(value: number): Value {
  return Number.isNaN(value) ? null : { cardinality: 'single', baseType: 'float', value: value + 0 };
}

/** A float; NULL for NaN and the infinite. */
export function finiteFloat(value: number): Value {
  return Number.isFinite(value) ? float(value) : null;
}

/** An integer of a whole number; NULL for NaN and beyond 32 bits. The infinite stays, as the spec has it of rounding. */
export function integer(value: number, context: Context): Value {
  if (Number.isNaN(value)) return null;
  if (Number.isFinite(value) && (value < INTEGER_MIN || value > INTEGER_MAX)) {
    context.note(`${value} is beyond the integers of 32 bits; NULL`);
    return null;
  }
  return { cardinality: 'single', baseType: 'integer', value: value + 0 };
}

/** An integer when all operands are, else a float. */
export function numberLike(values: readonly Value[], value: number, context: Context): Value {
  return values.every((operand) => baseTypeOf(operand) === 'integer') ? integer(value, context) : float(value);
}

/** A container of the members; NULL of none. */
export function container(
  cardinality: 'multiple' | 'ordered',
  baseType: BaseType,
  members: readonly Scalar[],
  context: Context,
): Value {
  if (members.length > MAX_MADE_MEMBERS) {
    context.note(`a container of ${members.length} members is too large (${MAX_MADE_MEMBERS} are allowed); NULL`);
    return null;
  }
  return members.length === 0 ? null : { cardinality, baseType, value: members };
}

export function baseTypeOf(value: Value | undefined): BaseType | null {
  return value === null || value === undefined || value.cardinality === 'record' ? null : value.baseType;
}

/** The type of a value that is not NULL. */
export function typeOfValue(value: NonNullable<Value>): ValueType {
  return { cardinality: value.cardinality, baseType: baseTypeOf(value) };
}

/** The number in a single value; NaN in anything else. */
export function numberIn(value: Value | undefined): number {
  return value?.cardinality === 'single' && typeof value.value === 'number' ? value.value : Number.NaN;
}

/** The string in a single value; empty in anything else. */
export function textIn(value: Value | undefined): string {
  return value?.cardinality === 'single' && typeof value.value === 'string' ? value.value : '';
}

/** The values in a container, or the one of a single value. */
export function membersOf(value: Value | undefined): readonly Scalar[] {
  if (value === null || value === undefined || value.cardinality === 'record') return [];
  return value.cardinality === 'single' ? [value.value] : value.value;
}

/** All numbers in the values, those in containers among them. */
export function numbersIn(values: readonly Value[]): number[] {
  return values.flatMap((value) => membersOf(value).filter((member) => typeof member === 'number'));
}

/** The value as a container; undefined when it is none. */
export function asContainer(value: Value | undefined): ContainerValue | undefined {
  return value?.cardinality === 'multiple' || value?.cardinality === 'ordered' ? value : undefined;
}
