import {
  BASE_TYPES,
  type BaseType,
  type Cardinality,
  type OutcomeDeclaration,
  type ResponseDeclaration,
} from '../model/item.ts';
import type { Expression } from '../model/processing.ts';
import { childElements, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';
import { Unsupported } from './unsupported.ts';
import { readValue } from './value.ts';

/** The variables that expressions may name. */
export interface Variables {
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
}

/** What an expression evaluates to; NULL alone has no type. */
export interface ValueType {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
}

export interface TypedExpression {
  readonly expression: Expression;
  readonly type: ValueType | null;
}

const BOOLEAN: ValueType = { cardinality: 'single', baseType: 'boolean' };
const FLOAT: ValueType = { cardinality: 'single', baseType: 'float' };
const INTEGER: ValueType = { cardinality: 'single', baseType: 'integer' };

type Reader = (element: XmlElement, variables: Variables, report: Report) => TypedExpression;

/** The expressions that are understood, by element. Everything else makes the processing unsupported. */
const readers: Readonly<Record<string, Reader>> = {
  'qti-null': () => ({ expression: { op: 'null' }, type: null }),
  'qti-variable': (element, { responses, outcomes }, report) => {
    const identifier = named(element, report);
    const found = declared(element, [...responses, ...outcomes], identifier);
    return { expression: { op: 'variable', identifier }, type: typeOf(element, found) };
  },
  'qti-correct': (element, { responses }, report) => {
    const identifier = named(element, report);
    const type = typeOf(element, declared(element, responses, identifier));
    return { expression: { op: 'correct', identifier }, type };
  },
  'qti-map-response': (element, { responses }, report) => {
    const identifier = named(element, report);
    const { mapping } = declared(element, responses, identifier);
    if (mapping === null) throw new Unsupported(element, `"${identifier}" has no <qti-mapping>`);
    return { expression: { op: 'map-response', identifier }, type: FLOAT };
  },
  'qti-base-value': (element, _variables, report) => {
    const attributes = new Attributes(element, report);
    const baseType = attributes.oneOf('base-type', BASE_TYPES);
    attributes.finish();
    if (baseType === undefined) return report.refuse(element, '<qti-base-value> needs the attribute base-type');
    const value = readValue(element, baseType, report);
    return { expression: { op: 'base-value', baseType, value }, type: { cardinality: 'single', baseType } };
  },
  'qti-is-null': (element, variables, report) => {
    const [operand] = operands(element, variables, report, 1);
    if (operand === undefined) throw wrongCount(element);
    return { expression: { op: 'is-null', of: operand.expression }, type: BOOLEAN };
  },
  'qti-not': (element, variables, report) => {
    const [operand] = operands(element, variables, report, 1);
    if (operand === undefined) throw wrongCount(element);
    need(element, operand, isBoolean, 'a boolean');
    return { expression: { op: 'not', of: operand.expression }, type: BOOLEAN };
  },
  'qti-and': (element, variables, report) => logic('and', element, variables, report),
  'qti-or': (element, variables, report) => logic('or', element, variables, report),
  'qti-sum': (element, variables, report) => {
    const all = operands(element, variables, report);
    for (const operand of all) need(element, operand, isNumeric, 'a single number');
    const float = all.some(({ type }) => type?.baseType === 'float');
    return { expression: { op: 'sum', of: all.map(({ expression }) => expression) }, type: float ? FLOAT : INTEGER };
  },
  'qti-match': (element, variables, report) => {
    const [left, right] = operands(element, variables, report, 2);
    if (left === undefined || right === undefined) throw wrongCount(element);
    const type = left.type ?? right.type;
    need(element, left, (other) => sameType(other, type), 'of the same type as the other');
    need(element, right, (other) => sameType(other, type), 'of the same type as the other');
    const cardinality = type?.cardinality ?? 'single';
    return { expression: { op: 'match', cardinality, of: [left.expression, right.expression] }, type: BOOLEAN };
  },
  'qti-member': (element, variables, report) => {
    const [one, many] = operands(element, variables, report, 2);
    if (one === undefined || many === undefined) throw wrongCount(element);
    need(element, one, ({ cardinality }) => cardinality === 'single', 'a single value');
    need(element, many, ({ cardinality }) => cardinality !== 'single' && cardinality !== 'record', 'a container');
    need(element, many, ({ baseType }) => baseType === (one.type?.baseType ?? baseType), 'of the same base type');
    return { expression: { op: 'member', of: [one.expression, many.expression] }, type: BOOLEAN };
  },
};

/**
 * Reads an expression and the type of its value.
 *
 * @throws {Unsupported} for an expression that is not understood or whose types do not fit.
 */
export function readExpression(element: XmlElement, variables: Variables, report: Report): TypedExpression {
  const name = qtiName(element);
  const reader = name !== undefined && Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader === undefined) throw new Unsupported(element, `<${element.local}> is not supported`);
  return reader(element, variables, report);
}

/** Whether a value of the type can be a condition. */
export const isBoolean = ({ cardinality, baseType }: ValueType) => cardinality === 'single' && baseType === 'boolean';

const isNumeric = ({ cardinality, baseType }: ValueType) =>
  cardinality === 'single' && (baseType === 'float' || baseType === 'integer');

const sameType = (one: ValueType, other: ValueType | null) =>
  other === null || (one.cardinality === other.cardinality && one.baseType === other.baseType);

function logic(op: 'and' | 'or', element: XmlElement, variables: Variables, report: Report): TypedExpression {
  const all = operands(element, variables, report);
  for (const operand of all) need(element, operand, isBoolean, 'a boolean');
  return { expression: { op, of: all.map(({ expression }) => expression) }, type: BOOLEAN };
}

function operands(element: XmlElement, variables: Variables, report: Report, count?: number): TypedExpression[] {
  new Attributes(element, report).finish();
  const all = childElements(element).map((child) => readExpression(child, variables, report));
  if (all.length === 0 || (count !== undefined && all.length !== count)) throw wrongCount(element);
  return all;
}

function wrongCount(element: XmlElement): Unsupported {
  return new Unsupported(element, `<${element.local}> has the wrong number of operands`);
}

function need(
  element: XmlElement,
  { type }: TypedExpression,
  fits: (type: ValueType) => boolean,
  wanted: string,
): void {
  if (type !== null && !fits(type))
    throw new Unsupported(element, `an operand of <${element.local}> must be ${wanted}`);
}

function named(element: XmlElement, report: Report): string {
  const attributes = new Attributes(element, report);
  const identifier = attributes.identifier('identifier');
  if (attributes.names().length > 0) {
    throw new Unsupported(
      element,
      `the attribute ${attributes.names().join(', ')} of <${element.local}> is not supported`,
    );
  }
  return identifier;
}

function declared<T extends { identifier: string }>(element: XmlElement, all: readonly T[], identifier: string): T {
  const found = all.find((declaration) => declaration.identifier === identifier);
  if (found === undefined) throw new Unsupported(element, `"${identifier}" is not declared`);
  return found;
}

function typeOf(
  element: XmlElement,
  { cardinality, baseType }: { cardinality: Cardinality; baseType: BaseType | null },
) {
  if (baseType !== null && EXACT.includes(baseType) && cardinality !== 'record') return { cardinality, baseType };
  throw new Unsupported(element, `values of ${cardinality} ${baseType ?? 'record'} are not supported in processing`);
}

/** Base types whose values are equal exactly when their parsed form is. */
const EXACT: readonly BaseType[] = ['boolean', 'float', 'identifier', 'integer', 'string'];
