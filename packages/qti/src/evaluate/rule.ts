import type { Expression, Operator } from '../model/expression.ts';
import type { BaseType, Cardinality, Value, ValueType } from '../model/value.ts';
import type { Environment } from './environment.ts';

/** What an operator needs of an operand. `baseTypes` null allows all. */
export interface Demand {
  /** As it stands after "needs". */
  readonly words: string;
  readonly cardinalities: readonly Cardinality[];
  readonly baseTypes: readonly BaseType[] | null;
}

/** The rest of an evaluation that a rule may use. */
export interface Context {
  readonly environment: Environment;
  /** Puts into the trace why something is NULL. */
  note(text: string): void;
}

/** The types of operands, null where unknown, and where to say what is wrong with them. */
export interface StaticContext {
  readonly types: readonly (ValueType | null)[];
  /** Of a variable: null is of unknown type, undefined is not declared. */
  typeOf(identifier: string): ValueType | null | undefined;
  problem(text: string): void;
}

/**
 * All about one operator: how many operands it has, what it needs of them, what type it gives, and how. Methods rather
 * than functions, so that a rule about one kind of expression is a rule.
 */
export interface Rule<E> {
  operands(expression: E): readonly [min: number, max: number];
  /** Of the operand at the position, from 0; operands that do not fit make the result NULL. */
  demand(position: number, expression: E): Demand;
  /** `base`: operands of one base type (or all numbers); `type`: of one cardinality too. Others make the result NULL. */
  readonly alike: 'no' | 'base' | 'type';
  /** Whether one operand that is NULL makes the result NULL. */
  readonly nullSpreads: boolean;
  /** The type of the result, null when unknown; says what is wrong beyond the demands. */
  type(expression: E, context: StaticContext): ValueType | null;
  /** The value, of operands that are as demanded. */
  evaluate(values: readonly Value[], expression: E, context: Context): Value;
}

/** The expressions that an operator can stand in. */
export type ExpressionOf<Op extends Operator, E = Expression> = E extends { readonly op: infer O }
  ? Op extends O
    ? E
    : never
  : never;

export type Rules<Op extends Operator = Operator> = { readonly [op in Op]: Rule<ExpressionOf<op>> };

/** An operator's rule in short: what is left out is usual. */
interface Short<E> {
  readonly operands: readonly [min: number, max: number] | ((expression: E) => readonly [number, number]);
  /** One for all operands, or one for each. */
  readonly needs: Demand | readonly Demand[];
  readonly alike?: 'base' | 'type';
  readonly nullSpreads?: boolean;
  readonly gives: ValueType | ((context: StaticContext, expression: E) => ValueType | null);
  readonly evaluate: (values: readonly Value[], expression: E, context: Context) => Value;
}

/** A rule of an operator with operands; NULL spreads unless it says otherwise. */
export function operator<E>({ operands, needs, alike, nullSpreads, gives, evaluate }: Short<E>): Rule<E> {
  const list = 'words' in needs ? [needs] : needs;
  return {
    operands: (expression) => (typeof operands === 'function' ? operands(expression) : operands),
    demand: (position) => list[Math.min(position, list.length - 1)] ?? ANY,
    alike: alike ?? 'no',
    nullSpreads: nullSpreads ?? true,
    type: (expression, context) => (typeof gives === 'function' ? gives(context, expression) : gives),
    evaluate,
  };
}

/** A rule of an expression without operands. */
export function leaf<E>(
  gives: ValueType | ((context: StaticContext, expression: E) => ValueType | null),
  evaluate: (expression: E, context: Context) => Value,
): Rule<E> {
  const operands = [0, 0] as const;
  return operator({ operands, needs: ANY, gives, evaluate: (_, expression, context) => evaluate(expression, context) });
}

const SINGLE = ['single'] as const;
const MANY = ['single', 'multiple', 'ordered'] as const;
const CONTAINERS = ['multiple', 'ordered'] as const;
const NUMBERS = ['integer', 'float'] as const;
/** All that can be compared: durations have operators of their own. */
const COMPARED = [
  'boolean',
  'directedPair',
  'file',
  'float',
  'identifier',
  'integer',
  'pair',
  'point',
  'string',
  'uri',
] as const;

export const ANY: Demand = { words: 'a value', cardinalities: [...MANY, 'record'], baseTypes: null };
export const NOT_A_DURATION: Demand = {
  words: 'values that are not durations',
  cardinalities: ANY.cardinalities,
  baseTypes: COMPARED,
};
export const NUMBER: Demand = { words: 'a single number', cardinalities: SINGLE, baseTypes: NUMBERS };
export const INTEGER: Demand = { words: 'a single integer', cardinalities: SINGLE, baseTypes: ['integer'] };
export const NUMBERS_OR_LISTS: Demand = { words: 'numbers', cardinalities: MANY, baseTypes: NUMBERS };
export const INTEGERS_OR_LISTS: Demand = { words: 'integers', cardinalities: MANY, baseTypes: ['integer'] };
export const NUMBER_LIST: Demand = { words: 'a container of numbers', cardinalities: CONTAINERS, baseTypes: NUMBERS };
export const BOOLEAN: Demand = { words: 'a single boolean', cardinalities: SINGLE, baseTypes: ['boolean'] };
export const STRING: Demand = { words: 'a single string', cardinalities: SINGLE, baseTypes: ['string'] };
export const DURATION: Demand = { words: 'a single duration', cardinalities: SINGLE, baseTypes: ['duration'] };
export const POINTS: Demand = { words: 'points', cardinalities: MANY, baseTypes: ['point'] };
export const CONTAINER: Demand = { words: 'a container', cardinalities: CONTAINERS, baseTypes: null };
export const ORDERED: Demand = { words: 'an ordered container', cardinalities: ['ordered'], baseTypes: null };
export const RECORD: Demand = { words: 'a record', cardinalities: ['record'], baseTypes: null };
export const SINGLE_OR_MULTIPLE: Demand = {
  words: 'single values or multiple containers',
  cardinalities: ['single', 'multiple'],
  baseTypes: null,
};
export const SINGLE_OR_ORDERED: Demand = {
  words: 'single values or ordered containers',
  cardinalities: ['single', 'ordered'],
  baseTypes: null,
};
export const COMPARED_SINGLE: Demand = {
  words: 'a single value that is not a duration',
  cardinalities: SINGLE,
  baseTypes: COMPARED,
};
export const COMPARED_CONTAINER: Demand = {
  words: 'a container of values that are not durations',
  cardinalities: CONTAINERS,
  baseTypes: COMPARED,
};

export const COMPARED_VALUES: Demand = {
  words: 'values that are not durations',
  cardinalities: MANY,
  baseTypes: COMPARED,
};

/** Whether the type is as demanded. */
export function fits({ cardinality, baseType }: ValueType, { cardinalities, baseTypes }: Demand): boolean {
  if (!cardinalities.includes(cardinality)) return false;
  return baseType === null || baseTypes === null || baseTypes.includes(baseType);
}
