import { describe, expect, it } from 'vitest';
import type { Expression } from '../model/expression.ts';
import type { ValueType } from '../model/value.ts';
import { checkExpression } from './check-expression.ts';

const TYPES: Readonly<Record<string, ValueType | null>> = {
  ID: { cardinality: 'single', baseType: 'identifier' },
  IDS: { cardinality: 'multiple', baseType: 'identifier' },
  N: { cardinality: 'single', baseType: 'integer' },
  X: { cardinality: 'single', baseType: 'float' },
  TEXT: { cardinality: 'single', baseType: 'string' },
  REC: { cardinality: 'record', baseType: null },
  FROM_TEST: null,
};
const scope = { typeOf: (identifier: string) => (Object.hasOwn(TYPES, identifier) ? TYPES[identifier] : undefined) };
const v = (identifier: string): Expression => ({ op: 'variable', identifier, weightIdentifier: null });
const custom: Expression = { op: 'custom-operator', class: 'x', definition: null, attributes: {}, of: [] };

describe('what is sound has a type and no problems', () => {
  it.each<[Expression, string | null]>([
    [{ op: 'sum', of: [v('N'), v('N')] }, 'single integer'],
    [{ op: 'sum', of: [v('N'), v('X')] }, 'single float'],
    [{ op: 'sum', of: [v('N'), custom] }, null],
    [{ op: 'divide', of: [v('N'), v('N')] }, 'single float'],
    [{ op: 'match', of: [v('N'), v('X')] }, 'single boolean'],
    [{ op: 'match', of: [v('ID'), { op: 'null' }] }, 'single boolean'],
    [{ op: 'multiple', of: [v('ID'), v('IDS')] }, 'multiple identifier'],
    [{ op: 'delete', of: [v('ID'), v('IDS')] }, 'multiple identifier'],
    [{ op: 'random', of: [v('IDS')] }, 'single identifier'],
    [{ op: 'sum', of: [{ op: 'field-value', fieldIdentifier: 'a', of: [v('REC')] }] }, null],
    [{ op: 'and', of: [custom, v('FROM_TEST')] }, 'single boolean'],
    [{ op: 'variable', identifier: 'N', weightIdentifier: 'W' }, 'single float'],
    [{ op: 'pattern-match', pattern: '[a-z]+', of: [v('TEXT')] }, 'single boolean'],
  ])('case %#', (expression, wanted) => {
    const { type, problems } = checkExpression(expression, scope);
    expect(problems).toEqual([]);
    expect(type && `${type.cardinality} ${type.baseType}`).toBe(wanted);
  });
});

describe('what is not is said in sentences', () => {
  it.each<[Expression, string]>([
    [{ op: 'sum', of: [v('ID'), v('N')] }, '<qti-sum> needs numbers; ID is a single identifier'],
    [{ op: 'not', of: [v('NOWHERE')] }, '<qti-variable>: NOWHERE is not declared'],
    [{ op: 'not', of: [] }, '<qti-not>: it has 0 operands; it takes 1'],
    [
      { op: 'match', of: [v('ID'), v('IDS')] },
      '<qti-match>: its operands must be of one type; one is a single identifier, one is a multiple container of identifier',
    ],
    [
      { op: 'member', of: [v('TEXT'), v('IDS')] },
      '<qti-member>: its operands must be of one type; one is a single string, one is a multiple container of identifier',
    ],
    [
      { op: 'index', n: { variable: 'ID' }, of: [v('IDS')] },
      '<qti-index> needs an ordered container; IDS is a multiple container of identifier',
    ],
    [
      { op: 'round-to', roundingMode: 'decimalPlaces', figures: { variable: 'ID' }, of: [v('X')] },
      '<qti-round-to>: figures names ID, which is not a single number',
    ],
    [
      { op: 'pattern-match', pattern: '(a', of: [v('TEXT')] },
      '<qti-pattern-match>: the pattern is no regular expression of XML Schema: ")" is missing (at character 2)',
    ],
    [{ op: 'gcd', of: [v('X')] }, '<qti-gcd> needs integers; X is a single float'],
    [{ op: 'random-float', min: 2, max: 1 }, '<qti-random-float>: min is above max'],
    [
      { op: 'not', of: [{ op: 'sum', of: [v('N')] }] },
      '<qti-not> needs a single boolean; <qti-sum> is a single integer',
    ],
  ])('case %#', (expression, problem) => {
    expect(checkExpression(expression, scope).problems).toContain(problem);
  });
});
