import type { Expression, ItemSubset, NumberOrVariable } from '../model/expression.ts';
import { formatLiteral } from '../value/literal.ts';
import { type AttributeValue, part, unless, type XmlPart } from './xml.ts';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Writes an expression (QTI 3.0 ASI information model, the expression group) as its element. */
export function expressionPart(expression: Expression): XmlPart {
  const name = `qti-${expression.op}`;
  if (expression.op === 'base-value') {
    const text = formatLiteral(expression.value, expression.baseType);
    return part(name, { 'base-type': expression.baseType }, text === '' ? [] : [text]);
  }
  return part(name, attributesOf(expression), 'of' in expression ? expression.of.map(expressionPart) : []);
}

function attributesOf(expression: Exclude<Expression, { op: 'base-value' }>): Attributes {
  switch (expression.op) {
    case 'variable':
      return { identifier: expression.identifier, 'weight-identifier': expression.weightIdentifier };
    case 'correct':
    case 'default':
    case 'map-response':
    case 'map-response-point':
      return { identifier: expression.identifier };
    case 'math-constant':
    case 'math-operator':
    case 'stats-operator':
      return { name: expression.name };
    case 'random-integer': {
      const { min, max, step } = expression;
      return { min: reference(min), max: reference(max), step: unless(reference(step), '1') };
    }
    case 'random-float':
    case 'any-n':
      return { min: reference(expression.min), max: reference(expression.max) };
    case 'number-correct':
    case 'number-incorrect':
    case 'number-presented':
    case 'number-responded':
    case 'number-selected':
      return subset(expression.items);
    case 'outcome-maximum':
    case 'outcome-minimum': {
      const { outcomeIdentifier, weightIdentifier, items } = expression;
      return {
        'outcome-identifier': outcomeIdentifier,
        'weight-identifier': weightIdentifier,
        ...subset(items),
      };
    }
    case 'test-variables': {
      const { variableIdentifier, weightIdentifier, baseType, items } = expression;
      return {
        'variable-identifier': variableIdentifier,
        'weight-identifier': weightIdentifier,
        'base-type': baseType,
        ...subset(items),
      };
    }
    default:
      return operatorAttributes(expression);
  }
}

function operatorAttributes(expression: Expression): Attributes {
  switch (expression.op) {
    case 'equal':
      return {
        'tolerance-mode': expression.toleranceMode,
        tolerance: expression.tolerance.map(reference),
        'include-lower-bound': unless(expression.includeLowerBound, true),
        'include-upper-bound': unless(expression.includeUpperBound, true),
      };
    case 'equal-rounded':
    case 'round-to':
      return { 'rounding-mode': expression.roundingMode, figures: reference(expression.figures) };
    case 'field-value':
      return { 'field-identifier': expression.fieldIdentifier };
    case 'index':
      return { n: reference(expression.n) };
    case 'inside':
      return { shape: expression.area.shape, coords: commas(expression.area.coords) ?? '' };
    case 'pattern-match':
      return {
        pattern: typeof expression.pattern === 'string' ? expression.pattern : `{${expression.pattern.variable}}`,
      };
    case 'repeat':
      return { 'number-repeats': reference(expression.numberRepeats) };
    case 'string-match':
      return { 'case-sensitive': expression.caseSensitive, substring: unless(expression.substring, false) };
    case 'substring':
      return { 'case-sensitive': expression.caseSensitive };
    case 'custom-operator':
      return { class: expression.class, definition: expression.definition, ...expression.attributes };
    default:
      return {};
  }
}

/** A number as it is; a variable by its identifier. */
function reference(value: NumberOrVariable): string {
  return typeof value === 'object' ? value.variable : String(value);
}

function subset({ sectionIdentifier, includeCategories, excludeCategories }: ItemSubset): Attributes {
  return {
    'section-identifier': sectionIdentifier,
    'include-category': includeCategories,
    'exclude-category': excludeCategories,
  };
}

/** Coordinates as the attribute coords has them; null for an area without any. */
export function commas(coords: readonly number[]): string | null {
  return coords.length === 0 ? null : coords.join(',');
}
