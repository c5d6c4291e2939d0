import {
  type Expression,
  MATH_FUNCTIONS,
  type PlainOperator,
  ROUNDING_MODES,
  STATISTICS,
  TOLERANCE_MODES,
} from '../../model/expression.ts';
import { AREA_IN_WORDS, readArea } from '../area.ts';
import { XML } from '../attributes.ts';
import { Unsupported } from '../unsupported.ts';
import type { OperandAttributes } from './operand-attributes.ts';

/** Reads an operator with attributes; its operands are read already. */
type OperatorReader = (attributes: OperandAttributes, of: readonly Expression[]) => Expression;

/** The expressions with operands that are no plain operators. */
type AttributedOperator = Exclude<Extract<Expression, { readonly of: readonly Expression[] }>['op'], PlainOperator>;

/** The operators with attributes, by element without `qti-`. */
export const OPERATORS: Readonly<Record<AttributedOperator, OperatorReader>> = {
  'any-n': (attributes, of) => ({
    op: 'any-n',
    min: attributes.integerOrVariable('min'),
    max: attributes.integerOrVariable('max'),
    of,
  }),
  'custom-operator': readCustom,
  equal: readEqual,
  'equal-rounded': (attributes, of) => ({ op: 'equal-rounded', ...readRounding(attributes), of }),
  'field-value': (attributes, of) => ({
    op: 'field-value',
    fieldIdentifier: attributes.identifier('field-identifier'),
    of,
  }),
  index: (attributes, of) => ({ op: 'index', n: attributes.integerOrVariable('n'), of }),
  inside: (attributes, of) => {
    const area = readArea(attributes);
    if (area === undefined) throw new Unsupported(attributes.element, `<qti-inside>: ${AREA_IN_WORDS}`);
    return { op: 'inside', area, of };
  },
  'math-operator': (attributes, of) => ({
    op: 'math-operator',
    name: attributes.requireOneOf('name', MATH_FUNCTIONS),
    of,
  }),
  'pattern-match': (attributes, of) => ({ op: 'pattern-match', pattern: attributes.stringOrVariable('pattern'), of }),
  repeat: (attributes, of) => ({ op: 'repeat', numberRepeats: attributes.integerOrVariable('number-repeats'), of }),
  'round-to': (attributes, of) => ({ op: 'round-to', ...readRounding(attributes), of }),
  'stats-operator': (attributes, of) => ({
    op: 'stats-operator',
    name: attributes.requireOneOf('name', STATISTICS),
    of,
  }),
  'string-match': (attributes, of) => ({
    op: 'string-match',
    caseSensitive: attributes.boolean('case-sensitive', true),
    substring: attributes.boolean('substring', false),
    of,
  }),
  substring: (attributes, of) => ({ op: 'substring', caseSensitive: attributes.boolean('case-sensitive', true), of }),
};

function readRounding(attributes: OperandAttributes) {
  return {
    roundingMode: attributes.oneOf('rounding-mode', ROUNDING_MODES) ?? ('significantFigures' as const),
    figures: attributes.integerOrVariable('figures'),
  };
}

function readEqual(attributes: OperandAttributes, of: readonly Expression[]): Expression {
  const toleranceMode = attributes.oneOf('tolerance-mode', TOLERANCE_MODES) ?? 'exact';
  const given = attributes.numbersOrVariables('tolerance');
  const { element } = attributes;
  if (toleranceMode !== 'exact' && (given.length === 0 || given.length > 2)) {
    throw new Unsupported(
      element,
      `<${element.local}> with tolerance-mode="${toleranceMode}" needs one or two tolerances`,
    );
  }
  const tolerance = toleranceMode === 'exact' ? [] : given;
  if (tolerance.some((number) => typeof number === 'number' && number < 0)) {
    throw new Unsupported(element, 'a tolerance must not be negative');
  }
  return {
    op: 'equal',
    toleranceMode,
    tolerance,
    includeLowerBound: attributes.boolean('include-lower-bound', true),
    includeUpperBound: attributes.boolean('include-upper-bound', true),
    of,
  };
}

function readCustom(attributes: OperandAttributes, of: readonly Expression[]): Expression {
  const name = attributes.take('class') ?? null;
  const definition = attributes.take('definition') ?? null;
  // Which attributes there may be is the vendor's affair.
  const rest = attributes.names().map((key) => [key, attributes.take(key) ?? ''] as const);
  const prefixed = attributes.element.attributes.filter(({ name: full, uri }) => full.includes(':') && uri !== XML);
  // A prefix means its namespace, which the operator may want to know and a writer must declare.
  const namespaces = prefixed
    .filter(({ name: full }) => rest.some(([key]) => key === full))
    .map(({ name: full, uri }) => [`xmlns:${full.split(':')[0]}`, uri] as const);
  return {
    op: 'custom-operator',
    class: name,
    definition,
    attributes: Object.fromEntries([...namespaces, ...rest]),
    of,
  };
}
