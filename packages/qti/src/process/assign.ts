import type { VariableDeclaration } from '../model/declarations.ts';
import type { SingleValue, Value } from '../model/value.ts';

/** What a variable gets, and why it is not the value that was meant for it. */
export interface Assignment {
  readonly value: Value;
  readonly problem: string | null;
}

/**
 * The value as a variable of that declaration holds it (QTI 3.0 ASI information model, classes SetValue and
 * LookupOutcomeValue): base type and cardinality must be the variable's own; integers become floats where floats are
 * wanted. What does not fit, and a number that is not finite, becomes NULL.
 */
export function assign(value: Value, declared: VariableDeclaration): Assignment {
  if (value === null) return { value, problem: null };
  if (value.cardinality !== declared.cardinality) return misfit(declared, `a ${value.cardinality} value`);
  if (value.cardinality === 'record') return { value, problem: null };
  if (value.baseType !== declared.baseType && !(value.baseType === 'integer' && declared.baseType === 'float')) {
    return misfit(declared, `${value.baseType} values`);
  }
  const members = value.cardinality === 'single' ? [value.value] : value.value;
  if (members.some((member) => typeof member === 'number' && !Number.isFinite(member))) {
    return { value: null, problem: `${declared.identifier} cannot hold a number that is not finite, so it is NULL` };
  }
  const baseType = declared.baseType ?? value.baseType;
  return { value: value.baseType === baseType ? value : { ...value, baseType }, problem: null };
}

function misfit({ identifier, cardinality, baseType }: VariableDeclaration, got: string): Assignment {
  const type = baseType === null ? cardinality : `${cardinality} ${baseType}`;
  return { value: null, problem: `${identifier} is ${type} and cannot hold ${got}, so it is NULL` };
}

/** A number as a value; numeric outcomes begin with that of 0. */
export function numberValue(value: number, baseType: 'integer' | 'float'): SingleValue {
  return { cardinality: 'single', baseType, value };
}
