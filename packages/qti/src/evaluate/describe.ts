import type { Expression, NumberOrVariable } from '../model/expression.ts';
import type { ValueType } from '../model/value.ts';
import { formatLiteral } from '../value/literal.ts';

/** What an expression is about, in few words: identifiers and attributes, not its operands. */
export function describe(expression: Expression): string {
  switch (expression.op) {
    case 'base-value':
      return `${expression.baseType} ${formatLiteral(expression.value, expression.baseType)}`.slice(0, 80);
    case 'variable':
      return expression.weightIdentifier === null
        ? expression.identifier
        : `${expression.identifier} × ${expression.weightIdentifier}`;
    case 'correct':
    case 'default':
    case 'map-response':
    case 'map-response-point':
      return expression.identifier;
    case 'math-constant':
    case 'math-operator':
    case 'stats-operator':
      return expression.name;
    case 'random-integer':
      return `${attribute(expression.min)} to ${attribute(expression.max)} by ${attribute(expression.step)}`;
    case 'random-float':
    case 'any-n':
      return `${attribute(expression.min)} to ${attribute(expression.max)}`;
    case 'equal':
      return [expression.toleranceMode, ...expression.tolerance.map(attribute)].join(' ');
    case 'equal-rounded':
    case 'round-to':
      return `${expression.roundingMode} ${attribute(expression.figures)}`;
    case 'field-value':
      return expression.fieldIdentifier;
    case 'index':
      return attribute(expression.n);
    case 'repeat':
      return attribute(expression.numberRepeats);
    case 'inside':
      return [expression.area.shape, expression.area.coords.join(',')].join(' ').trim().slice(0, 80);
    case 'pattern-match':
      return (typeof expression.pattern === 'string' ? expression.pattern : expression.pattern.variable).slice(0, 80);
    case 'outcome-maximum':
    case 'outcome-minimum':
      return expression.outcomeIdentifier;
    case 'test-variables':
      return expression.variableIdentifier;
    case 'custom-operator':
      return expression.class ?? expression.definition ?? '';
    default:
      return '';
  }
}

function attribute(value: NumberOrVariable): string {
  return typeof value === 'number' ? String(value) : value.variable;
}

/** A type in words, such as "a single identifier" or "an ordered container of float". */
export function describeType({ cardinality, baseType }: ValueType): string {
  const base = baseType ?? 'values';
  if (cardinality === 'record') return 'a record';
  if (cardinality === 'single') return `a single ${base}`;
  return cardinality === 'ordered' ? `an ordered container of ${base}` : `a multiple container of ${base}`;
}
