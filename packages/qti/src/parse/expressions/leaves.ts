import type { Expression, ItemSubset } from '../../model/expression.ts';
import { BASE_TYPES, type BaseType } from '../../model/value.ts';
import { parseLiteral } from '../../value/literal.ts';
import { ownText } from '../../xml/tree.ts';
import { Unsupported } from '../unsupported.ts';
import type { OperandAttributes } from './operand-attributes.ts';

/** Reads what has attributes and text, and no operands. */
type LeafReader = (attributes: OperandAttributes) => Expression;

const named =
  (op: 'correct' | 'default' | 'map-response' | 'map-response-point'): LeafReader =>
  (attributes) => ({ op, identifier: attributes.identifier('identifier') });

const counted =
  (
    op: 'number-correct' | 'number-incorrect' | 'number-presented' | 'number-responded' | 'number-selected',
  ): LeafReader =>
  (attributes) => ({ op, items: readSubset(attributes) });

const bounded =
  (op: 'outcome-maximum' | 'outcome-minimum'): LeafReader =>
  (attributes) => ({
    op,
    outcomeIdentifier: attributes.identifier('outcome-identifier'),
    weightIdentifier: optionalIdentifier(attributes, 'weight-identifier'),
    items: readSubset(attributes),
  });

/** The expressions without operands, by element without `qti-`. */
export const LEAVES: Readonly<Record<string, LeafReader>> = {
  'base-value': readBaseValue,
  null: () => ({ op: 'null' }),
  variable: (attributes) => ({
    op: 'variable',
    identifier: attributes.identifier('identifier'),
    weightIdentifier: optionalIdentifier(attributes, 'weight-identifier'),
  }),
  correct: named('correct'),
  default: named('default'),
  'map-response': named('map-response'),
  'map-response-point': named('map-response-point'),
  'math-constant': (attributes) => ({ op: 'math-constant', name: attributes.requireOneOf('name', ['pi', 'e']) }),
  'random-integer': (attributes) => ({
    op: 'random-integer',
    min: attributes.integerOrVariable('min', 0),
    max: attributes.integerOrVariable('max'),
    step: attributes.integerOrVariable('step', 1),
  }),
  'random-float': (attributes) => ({
    op: 'random-float',
    min: attributes.numberOrVariable('min', 0),
    max: attributes.numberOrVariable('max'),
  }),
  'number-correct': counted('number-correct'),
  'number-incorrect': counted('number-incorrect'),
  'number-presented': counted('number-presented'),
  'number-responded': counted('number-responded'),
  'number-selected': counted('number-selected'),
  'outcome-maximum': bounded('outcome-maximum'),
  'outcome-minimum': bounded('outcome-minimum'),
  'test-variables': (attributes) => ({
    op: 'test-variables',
    variableIdentifier: attributes.identifier('variable-identifier'),
    weightIdentifier: optionalIdentifier(attributes, 'weight-identifier'),
    baseType: attributes.oneOf('base-type', BASE_TYPES) ?? null,
    items: readSubset(attributes),
  }),
};

function readBaseValue(attributes: OperandAttributes): Expression {
  const { element } = attributes;
  const baseType: BaseType = attributes.requireOneOf('base-type', BASE_TYPES);
  const text = ownText(element);
  const value = parseLiteral(text, baseType);
  if (value !== undefined) return { op: 'base-value', baseType, value };
  const shown = JSON.stringify(text.trim().slice(0, 60));
  throw new Unsupported(element, `${shown} in <${element.local}> is no value of the base type ${baseType}`);
}

function readSubset(attributes: OperandAttributes): ItemSubset {
  return {
    sectionIdentifier: optionalIdentifier(attributes, 'section-identifier'),
    includeCategories: attributes.tokens('include-category'),
    excludeCategories: attributes.tokens('exclude-category'),
  };
}

/** An identifier, or null where the attribute is absent or empty. */
function optionalIdentifier(attributes: OperandAttributes, name: string): string | null {
  return attributes.has(name) ? attributes.identifier(name) : null;
}
