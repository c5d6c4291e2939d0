import { describe, expect, it } from 'vitest';
import { itemXml } from '../testing/item-xml.ts';
import { parseItem } from './parse-item.ts';

const SCORE = '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>';
const rules = (xml: string) => `<qti-response-processing>${xml}</qti-response-processing>`;
const set = (identifier: string, value: string) =>
  `<qti-set-outcome-value identifier="${identifier}">${value}</qti-set-outcome-value>`;
const float = (value: number) => `<qti-base-value base-type="float">${value}</qti-base-value>`;
const when = (condition: string, then = '') =>
  `<qti-response-condition><qti-response-if>${condition}${then}</qti-response-if></qti-response-condition>`;
const RESPONSE = '<qti-variable identifier="RESPONSE"/>';

describe('processing that contradicts itself is not run: the rule is named, with its line, and so is the reason', () => {
  it.each<[string, string, string]>([
    ['an undeclared variable', when('<qti-is-null><qti-variable identifier="X"/></qti-is-null>'), 'X is not declared'],
    ['an undeclared outcome', set('POINTS', float(1)), 'no outcome of this name is declared'],
    ['a response that is set', set('RESPONSE', float(1)), 'no outcome of this name is declared'],
    ['a condition that is no boolean', when(RESPONSE), 'a condition must be boolean; this one is a single identifier'],
    ['operands of two types', when(`<qti-match>${RESPONSE}${float(1)}</qti-match>`), 'one type'],
    ['a sum of identifiers', set('SCORE', `<qti-sum>${RESPONSE}</qti-sum>`), 'needs numbers'],
    [
      'a container for a single outcome',
      set('SCORE', `<qti-multiple>${float(1)}</qti-multiple>`),
      '"SCORE" is a single float and cannot be set to a multiple float',
    ],
    ['a mapping that is missing', set('SCORE', '<qti-map-response identifier="RESPONSE"/>'), 'has no <qti-mapping>'],
    [
      'an area mapping of what is no point',
      set('SCORE', '<qti-map-response-point identifier="RESPONSE"/>'),
      'RESPONSE must be of base type point',
    ],
    [
      'a table that is missing',
      `<qti-lookup-outcome-value identifier="SCORE">${float(1)}</qti-lookup-outcome-value>`,
      'has no <qti-match-table>',
    ],
    ['an unknown rule', '<qti-set-score/>', 'no rule that is known here'],
    ['a rule of template processing', '<qti-exit-template/>', 'no rule that is known here'],
    ['two expressions in one rule', set('SCORE', float(1) + float(2)), 'takes one expression'],
    ['no condition', '<qti-response-condition/>', 'needs a <qti-response-if>'],
    ['an else before the if', '<qti-response-condition><qti-response-else/></qti-response-condition>', 'cannot stand'],
    ['an unknown expression', set('SCORE', '<qti-guess/>'), 'no expression that is known'],
  ])('%s', (_, xml, text) => {
    const result = parseItem(itemXml({ processing: `\n${rules(`\n${xml}`)}` }));
    expect(result).toMatchObject({
      status: 'loss',
      item: { processing: { type: 'unsupported', reason: expect.stringContaining(text) } },
    });
    const place = itemXml({ processing: '\n' }).split('\n').length;
    expect(result.messages[0]).toMatchObject({ line: place, text: expect.stringContaining(text) });
  });

  it('every problem is listed, not the first alone', () => {
    const { messages } = parseItem(itemXml({ processing: rules(set('A', float(1)) + set('B', float(1))) }));
    expect(messages.map(({ text }) => text)).toEqual([
      expect.stringContaining('cannot set "A"'),
      expect.stringContaining('cannot set "B"'),
    ]);
  });
});

describe('processing that is only sloppy is mended, with a message, and runs', () => {
  it('a standard template supplies the outcome SCORE that nobody declares', () => {
    const result = parseItem(itemXml({ outcomes: ' ' }));
    expect(result).toMatchObject({
      status: 'loss',
      item: { outcomes: [{ identifier: 'SCORE', baseType: 'float' }], processing: { type: 'rules' } },
    });
  });

  it('an integer outcome that is set to a float is read as a float', () => {
    const result = parseItem(itemXml({ outcomes: SCORE.replace('float', 'integer') }));
    expect(result).toMatchObject({
      status: 'loss',
      item: { outcomes: [{ identifier: 'SCORE', baseType: 'float' }], processing: { type: 'rules' } },
    });
    expect(result.messages[0]?.text).toContain('is declared integer and set to a float');
  });

  it('a division by the constant 0', () => {
    const processing = rules(set('SCORE', `<qti-divide>${float(1)}${float(0)}</qti-divide>`));
    const result = parseItem(itemXml({ processing }));
    expect(result).toMatchObject({ status: 'loss', item: { processing: { type: 'rules' } } });
    expect(result.messages.map(({ text }) => text)).toEqual(['this divides by zero, which gives NULL']);
  });
});

describe('processing that is sound is read without a message', () => {
  it.each<[string, string]>([
    ['an integer for a float outcome', set('SCORE', '<qti-base-value base-type="integer">1</qti-base-value>')],
    [
      'the built-in completionStatus',
      set('completionStatus', '<qti-base-value base-type="identifier">completed</qti-base-value>'),
    ],
    ['the built-in numAttempts', set('SCORE', '<qti-variable identifier="numAttempts"/>')],
    ['NULL, which has every type', set('SCORE', '<qti-null/>')],
    ['a vendor’s operator, whose type nobody knows', when('<qti-custom-operator class="x"/>', set('SCORE', float(1)))],
    [
      'a field of QTI_CONTEXT',
      when(
        '<qti-is-null><qti-field-value field-identifier="candidateIdentifier"><qti-variable identifier="QTI_CONTEXT"/></qti-field-value></qti-is-null>',
      ),
    ],
    ['a fragment', `<qti-response-processing-fragment>${set('SCORE', float(1))}</qti-response-processing-fragment>`],
    ['an exit', when(`<qti-is-null>${RESPONSE}</qti-is-null>`, '<qti-exit-response/>')],
  ])('%s', (_, xml) => {
    expect(parseItem(itemXml({ processing: rules(xml) }))).toMatchObject({
      status: 'ok',
      item: { processing: { type: 'rules', template: null } },
    });
  });

  it('rules beside the address of a template count in its place', () => {
    const processing = `<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct">${set('SCORE', float(3))}</qti-response-processing>`;
    expect(parseItem(itemXml({ processing }))).toMatchObject({
      status: 'ok',
      item: { processing: { template: null, rules: [{ identifier: 'SCORE' }] } },
    });
  });
});

describe('template processing', () => {
  const templates = (xml: string) =>
    `${SCORE}<qti-template-declaration identifier="N" cardinality="single" base-type="integer"/><qti-template-processing>${xml}</qti-template-processing>`;

  it('is read with all its rules', () => {
    const integer = '<qti-base-value base-type="integer">1</qti-base-value>';
    const xml = `<qti-set-template-value identifier="N"><qti-random-integer min="1" max="9"/></qti-set-template-value>
      <qti-template-constraint><qti-gt><qti-variable identifier="N"/>${integer}</qti-gt></qti-template-constraint>
      <qti-template-condition><qti-template-if><qti-equal tolerance-mode="exact"><qti-variable identifier="N"/>${integer}</qti-equal>
        <qti-set-correct-response identifier="RESPONSE"><qti-base-value base-type="identifier">A</qti-base-value></qti-set-correct-response>
      </qti-template-if><qti-template-else><qti-set-default-value identifier="SCORE">${integer}</qti-set-default-value><qti-exit-template/></qti-template-else></qti-template-condition>`;
    expect(parseItem(itemXml({ outcomes: templates(xml) }))).toMatchObject({
      status: 'ok',
      item: {
        templateProcessing: [
          { rule: 'set-template-value' },
          { rule: 'constraint' },
          {
            rule: 'condition',
            branches: [{ rules: [{ rule: 'set-correct-response' }] }],
            otherwise: [{}, { rule: 'exit' }],
          },
        ],
      },
    });
  });

  it('that cannot be run keeps the item from being scored', () => {
    const result = parseItem(
      itemXml({ outcomes: templates('<qti-set-template-value identifier="M"><qti-null/></qti-set-template-value>') }),
    );
    expect(result).toMatchObject({
      status: 'loss',
      item: { templateProcessing: [], processing: { type: 'unsupported', reason: expect.stringContaining('"M"') } },
    });
  });
});
