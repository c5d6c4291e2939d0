import type { VariableDeclaration } from '../model/declarations.ts';
import type { PlainValue, Value } from '../model/value.ts';
import { isNumeric } from '../value/compare.ts';
import { type Declared, toValue } from '../value/plain.ts';
import type { TestItem } from './test-lookup.ts';

const NO_FIELDS = {};

/** The variables that every item session has (QTI 3.0 ASI information model, built-in variables). */
const BUILT_IN: ReadonlyMap<string, Declared> = new Map([
  ['numAttempts', { cardinality: 'single', baseType: 'integer', fields: NO_FIELDS }],
  ['duration', { cardinality: 'single', baseType: 'duration', fields: NO_FIELDS }],
  ['completionStatus', { cardinality: 'single', baseType: 'identifier', fields: NO_FIELDS }],
]);

/**
 * The value of an item's variable as a test sees it, by the item's own name of it: an outcome before a response of the same
 * name. Numbers are multiplied by the weight, where one is named.
 *
 * @returns undefined when the item declares no such variable.
 */
export function itemVariable(item: TestItem, identifier: string, weightIdentifier: string | null): Value | undefined {
  const value = unweighted(item, identifier);
  if (value === undefined || weightIdentifier === null) return value;
  return weighted(value, weightOf(item, weightIdentifier));
}

/** A value multiplied by a weight: numbers become floats, all else stays as it is (QTI 3.0 ASI information model, class Variable). */
export function weighted(value: Value, weight: number): Value {
  if (value === null || value.cardinality === 'record' || !isNumeric(value.baseType)) return value;
  const times = (scalar: string | number | boolean) => (typeof scalar === 'number' ? scalar * weight : scalar);
  if (value.cardinality === 'single') return { ...value, baseType: 'float', value: times(value.value) };
  return { ...value, baseType: 'float', value: value.value.map(times) };
}

/** The weight of that name; 1 when there is none. */
export function weightOf({ weights }: Pick<TestItem, 'weights'>, identifier: string | null): number {
  return weights.find((weight) => weight.identifier === identifier)?.value ?? 1;
}

function unweighted({ session, outcomes, responses, templates }: TestItem, identifier: string): Value | undefined {
  const builtIn = BUILT_IN.get(identifier);
  if (builtIn !== undefined) return session === null ? null : toValue(builtInOf(session, identifier), builtIn);
  const named = (declaration: VariableDeclaration) => declaration.identifier === identifier;
  const outcome = outcomes.find(named);
  if (outcome !== undefined) return storedValue(session?.outcomes, outcome, outcome.defaultValue);
  const response = responses.find(named);
  if (response !== undefined) return storedValue(session?.responses, response, null);
  const template = templates.find(named);
  return template === undefined ? undefined : storedValue(session?.templates, template, null);
}

function builtInOf(session: NonNullable<TestItem['session']>, identifier: string): PlainValue {
  if (identifier === 'numAttempts') return session.numAttempts;
  return identifier === 'duration' ? session.duration : session.completionStatus;
}

function storedValue(
  values: Readonly<Record<string, PlainValue>> | undefined,
  declaration: VariableDeclaration,
  otherwise: PlainValue,
): Value {
  const { identifier } = declaration;
  const plain = values !== undefined && Object.hasOwn(values, identifier) ? (values[identifier] ?? null) : otherwise;
  return toValue(plain, declaration);
}
