import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../evaluate/table.ts';
import { type Expression, PLAIN_OPERATORS } from '../../model/expression.ts';
import { readXml } from '../../xml/read.ts';
import { QTI } from '../namespace.ts';
import { Report } from '../report.ts';
import { Unsupported } from '../unsupported.ts';
import { readExpression } from './read-expression.ts';

const read = (xml: string): Expression => {
  const { root, locate } = readXml(xml.replace(/^<([\w-]+)/, `<$1 xmlns="${QTI}"`));
  return readExpression(root, new Report(locate));
};
const NULL = '<qti-null/>';
const many = (count: number) => NULL.repeat(count);

describe('an expression is read with its operands in document order', () => {
  it('each operator without attributes by its own name', () => {
    for (const op of PLAIN_OPERATORS) {
      const operands = Math.max(1, ruleOf(op).operands({ op, of: [] })[0]);
      expect(read(`<qti-${op}>${many(operands)}</qti-${op}>`)).toEqual({
        op,
        of: Array(operands).fill({ op: 'null' }),
      });
    }
  });

  it.each<[string, Expression]>([
    ['<qti-base-value base-type="float"> 1.5 </qti-base-value>', { op: 'base-value', baseType: 'float', value: 1.5 }],
    ['<qti-base-value base-type="pair">A B</qti-base-value>', { op: 'base-value', baseType: 'pair', value: 'A B' }],
    [
      '<qti-variable identifier="Q1.SCORE" weight-identifier="W"/>',
      { op: 'variable', identifier: 'Q1.SCORE', weightIdentifier: 'W' },
    ],
    ['<qti-correct identifier="R"/>', { op: 'correct', identifier: 'R' }],
    ['<qti-default identifier="R"/>', { op: 'default', identifier: 'R' }],
    ['<qti-map-response-point identifier="R"/>', { op: 'map-response-point', identifier: 'R' }],
    ['<qti-math-constant name="pi"/>', { op: 'math-constant', name: 'pi' }],
    ['<qti-random-integer max="10"/>', { op: 'random-integer', min: 0, max: 10, step: 1 }],
    ['<qti-random-float min="-1.5" max="{TOP}"/>', { op: 'random-float', min: -1.5, max: { variable: 'TOP' } }],
    [
      '<qti-number-correct section-identifier="S" include-category="a b" exclude-category="c"/>',
      {
        op: 'number-correct',
        items: { sectionIdentifier: 'S', includeCategories: ['a', 'b'], excludeCategories: ['c'] },
      },
    ],
    [
      '<qti-test-variables variable-identifier="SCORE" base-type="float"/>',
      {
        op: 'test-variables',
        variableIdentifier: 'SCORE',
        weightIdentifier: null,
        baseType: 'float',
        items: { sectionIdentifier: null, includeCategories: [], excludeCategories: [] },
      },
    ],
    [
      `<qti-any-n min="1" max="N">${NULL}</qti-any-n>`,
      { op: 'any-n', min: 1, max: { variable: 'N' }, of: [{ op: 'null' }] },
    ],
    [
      `<qti-equal tolerance-mode="relative" tolerance="5 T" include-upper-bound="false">${many(2)}</qti-equal>`,
      {
        op: 'equal',
        toleranceMode: 'relative',
        tolerance: [5, { variable: 'T' }],
        includeLowerBound: true,
        includeUpperBound: false,
        of: [{ op: 'null' }, { op: 'null' }],
      },
    ],
    [
      `<qti-round-to figures="3">${NULL}</qti-round-to>`,
      { op: 'round-to', roundingMode: 'significantFigures', figures: 3, of: [{ op: 'null' }] },
    ],
    [
      `<qti-inside shape="rect" coords="10, 20,5 ,1">${NULL}</qti-inside>`,
      { op: 'inside', area: { shape: 'rect', coords: [5, 1, 10, 20] }, of: [{ op: 'null' }] },
    ],
    [
      `<qti-pattern-match pattern="[0-9]{3}">${NULL}</qti-pattern-match>`,
      { op: 'pattern-match', pattern: '[0-9]{3}', of: [{ op: 'null' }] },
    ],
    [
      `<qti-pattern-match pattern="{MASK}">${NULL}</qti-pattern-match>`,
      { op: 'pattern-match', pattern: { variable: 'MASK' }, of: [{ op: 'null' }] },
    ],
    [
      '<qti-custom-operator class="org.example.twice" speed="2"/>',
      { op: 'custom-operator', class: 'org.example.twice', definition: null, attributes: { speed: '2' }, of: [] },
    ],
  ])('%s', (xml, expression) => {
    expect(read(xml)).toEqual(expression);
  });
});

describe('an expression that cannot be evaluated says what is wrong, at its own place', () => {
  it('another number of operands than the operator takes, for operators without attributes and leaves', () => {
    for (const op of PLAIN_OPERATORS) {
      const [min, max] = ruleOf(op).operands({ op, of: [] });
      if (min > 0)
        expect(() => read(`<qti-${op}>${many(min - 1)}</qti-${op}>`)).toThrow(/takes (at least )?\d operand/);
      if (max < Infinity) expect(() => read(`<qti-${op}>${many(max + 1)}</qti-${op}>`)).toThrow(/takes \d operand/);
    }
    for (const leaf of ['null', 'correct identifier="R"', 'random-integer max="1"', 'number-correct']) {
      expect(() => read(`<qti-${leaf}>${NULL}</qti-${leaf.split(' ')[0]}>`)).toThrow(/takes 0 operands/);
    }
  });

  it.each([
    ['any-n', 'min="1" max="1"', 0, 'at least 1 operand'],
    ['equal', '', 1, '2 operands'],
    ['equal-rounded', 'figures="1"', 3, '2 operands'],
    ['field-value', 'field-identifier="F"', 0, '1 operand'],
    ['index', 'n="1"', 2, '1 operand'],
    ['inside', 'shape="default"', 2, '1 operand'],
    ['pattern-match', 'pattern="a"', 2, '1 operand'],
    ['repeat', 'number-repeats="1"', 0, 'at least 1 operand'],
    ['round-to', 'figures="1"', 2, '1 operand'],
    ['stats-operator', 'name="mean"', 2, '1 operand'],
    ['string-match', '', 1, '2 operands'],
    ['substring', '', 3, '2 operands'],
  ])('another number of operands than %s takes', (op, attributes, count, wanted) => {
    expect(() => read(`<qti-${op} ${attributes}>${many(count)}</qti-${op}>`)).toThrow(`<qti-${op}> takes ${wanted};`);
  });

  it.each([
    ['an unknown element', '<qti-guess/>', 'no expression that is known'],
    ['an element of HTML', '<p/>', 'no expression that is known'],
    ['an unknown attribute', '<qti-null strict="yes"/>', 'the attribute strict'],
    [
      'a value that is not of its base type',
      '<qti-base-value base-type="integer">x</qti-base-value>',
      'base type integer',
    ],
    ['a base value without base type', '<qti-base-value>1</qti-base-value>', 'needs the attribute base-type'],
    [
      'a tolerance that is missing',
      `<qti-equal tolerance-mode="absolute">${many(2)}</qti-equal>`,
      'one or two tolerances',
    ],
    ['three tolerances', `<qti-equal tolerance-mode="absolute" tolerance="1 2 3">${many(2)}</qti-equal>`, 'one or two'],
    ['a tolerance below 0', `<qti-equal tolerance-mode="absolute" tolerance="-1">${many(2)}</qti-equal>`, 'negative'],
    ['a function nobody knows', `<qti-math-operator name="cube">${NULL}</qti-math-operator>`, 'must be one of abs'],
    ['one operand for atan2', `<qti-math-operator name="atan2">${NULL}</qti-math-operator>`, 'takes 2 operands'],
    ['two operands for sin', `<qti-math-operator name="sin">${many(2)}</qti-math-operator>`, 'takes 1 operand'],
    ['a circle without radius', `<qti-inside shape="circle" coords="1,2">${NULL}</qti-inside>`, 'circle x,y,r'],
    ['a fraction where a whole number is due', `<qti-index n="1.5">${NULL}</qti-index>`, 'must be a whole number'],
    ['no name of a variable', `<qti-repeat number-repeats="2 x">${NULL}</qti-repeat>`, 'identifier of a variable'],
    ['text between operands', `<qti-not>no ${NULL}</qti-not>`, 'text cannot stand'],
  ])('%s', (_, xml, text) => {
    expect(() => read(xml)).toThrow(Unsupported);
    expect(() => read(xml)).toThrow(text);
  });

  it('the place is that of the inner element', () => {
    try {
      read(`<qti-not>\n  <qti-guess/></qti-not>`);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ element: { local: 'qti-guess' } });
    }
  });
});
