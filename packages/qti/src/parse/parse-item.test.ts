import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../model/walk.ts';
import { type ItemParts, itemXml, MULTIPLE, okItem } from '../testing/item-xml.ts';
import { parseItem } from './parse-item.ts';

const CHOICE = (id: string) => `<qti-simple-choice identifier="${id}">x</qti-simple-choice>`;

describe('an item that is understood in full', () => {
  it('is ok, with its head, declarations and interaction', () => {
    const item = okItem({
      interaction: 'max-choices="1" shuffle="true" orientation="horizontal" class="qti-labels-none"',
    });
    expect(item).toMatchObject({ identifier: 'item-1', title: 'A title', language: 'en-US', timeDependent: false });
    expect(item.responses).toMatchObject([{ identifier: 'RESPONSE', cardinality: 'single', correct: ['B'] }]);
    expect(item.outcomes).toMatchObject([{ identifier: 'SCORE', baseType: 'float', defaultValue: 0 }]);
    expect(interactionsOf(item.body)).toMatchObject([
      { cardinality: 'single', shuffle: true, orientation: 'horizontal', classes: ['qti-labels-none'], maxChoices: 1 },
    ]);
    expect(interactionsOf(item.body)[0]?.choices.map(({ identifier }) => identifier)).toEqual(['A', 'B', 'C', 'D']);
    expect(item.processing).toMatchObject({ type: 'rules', template: 'match_correct' });
  });

  it('takes the defaults of the specification: no shuffle, one choice at most, none at least', () => {
    expect(interactionsOf(okItem({ interaction: '' }).body)).toMatchObject([
      { shuffle: false, maxChoices: 1, minChoices: 0, orientation: 'vertical' },
    ]);
  });

  it('is plain JSON: it survives a round trip', () => {
    const item = okItem({
      ...MULTIPLE,
      mapping: '<qti-mapping default-value="0"><qti-map-entry map-key="A" mapped-value="1"/></qti-mapping>',
    });
    expect(JSON.parse(JSON.stringify(item))).toEqual(item);
  });

  it('keeps rubric blocks with view and use', () => {
    const item = okItem({
      before:
        '<qti-rubric-block use="scoring" view="author scorer"><qti-content-body><p>Why</p></qti-content-body></qti-rubric-block>',
    });
    expect(item.body[0]).toMatchObject({ type: 'rubric', use: 'scoring', view: ['author', 'scorer'] });
  });
});

describe('an item that is understood in part reports each piece', () => {
  it.each<[string, ItemParts, string]>([
    [
      'a block of QTI inside a paragraph',
      {
        before:
          '<p><qti-rubric-block use="scoring" view="author"><qti-content-body>x</qti-content-body></qti-rubric-block></p>',
      },
      '<qti-rubric-block> cannot stand inside <p>',
    ],
    [
      'another interaction',
      { before: '<qti-text-entry-interaction response-identifier="R2"/>' },
      '<qti-text-entry-interaction> is not supported',
    ],
    [
      'feedback in a choice',
      {
        choices: `<qti-simple-choice identifier="A">x<qti-feedback-inline identifier="A" outcome-identifier="F">no</qti-feedback-inline></qti-simple-choice>${CHOICE('B')}`,
      },
      '<qti-feedback-inline> is not supported',
    ],
    [
      'modal feedback',
      { processing: '<qti-modal-feedback identifier="A" outcome-identifier="F" show-hide="show"/>' },
      '<qti-modal-feedback> is not supported',
    ],
    [
      'MathML',
      { prompt: '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>' },
      '<math> of the namespace',
    ],
    ['an unknown attribute', { interaction: 'max-choices="1" sparkle="yes"' }, 'the attribute sparkle'],
    ['an adaptive item', { root: 'identifier="i" title="t" adaptive="true"' }, 'adaptive items are not supported'],
    [
      'a rubric block that names no view',
      { before: '<qti-rubric-block use="scoring"><qti-content-body>x</qti-content-body></qti-rubric-block>' },
      'must name some of',
    ],
    ['a key that is missing', { keys: [] }, 'every answer scores 0'],
    [
      'an unknown template',
      { processing: '<qti-response-processing template="https://example.org/t.xml"/>' },
      'is not supported; use match_correct or rules',
    ],
    [
      'a response without an interaction',
      {
        outcomes:
          '<qti-response-declaration identifier="R2" cardinality="single" base-type="identifier"/><qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>',
      },
      'no supported interaction is bound to the response "R2"',
    ],
  ])('%s', (_, parts, text) => {
    const result = parseItem(itemXml(parts));
    expect(result.status).toBe('loss');
    expect(result.messages.map((message) => message.text)).toContainEqual(expect.stringContaining(text));
    expect(result.messages.every(({ line, column }) => line > 1 && column > 0)).toBe(true);
  });

  it('lists a hundred losses and says that there are more', () => {
    const { messages } = parseItem(itemXml({ prompt: '<font/>'.repeat(500) }));
    expect(messages.length).toBe(101);
    expect(messages.at(-1)?.text).toContain('more was left out');
  });
});

describe('an item that contradicts itself is refused with one message that says where and how to mend it', () => {
  it.each<[string, string, string]>([
    ['another root', '<p xmlns="http://www.w3.org/1999/xhtml"/>', 'the root must be <qti-assessment-item'],
    [
      'QTI 2',
      '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>',
      'the root must be <qti-assessment-item',
    ],
    ['no identifier', itemXml({ root: 'title="t"' }), 'needs the attribute identifier'],
    ['no title', itemXml({ root: 'identifier="i"' }), 'needs the attribute title'],
    ['a choice twice', itemXml({ choices: CHOICE('A') + CHOICE('A') }), '"A" is used twice'],
    ['no choices', itemXml({ choices: '' }), 'at least one <qti-simple-choice>'],
    ['a key that is no choice', itemXml({ keys: ['E'] }), 'the key "E" names no choice'],
    ['two keys of single cardinality', itemXml({ keys: ['A', 'B'] }), 'single cardinality takes one'],
    ['a key twice', itemXml({ ...MULTIPLE, keys: ['A', 'A'] }), 'listed twice'],
    [
      'more keys than choices allowed',
      itemXml({ ...MULTIPLE, interaction: 'max-choices="1"' }),
      'more keys than max-choices',
    ],
    ['many choices of single cardinality', itemXml({ interaction: 'max-choices="2"' }), 'multiple cardinality'],
    [
      'min above max',
      itemXml({ ...MULTIPLE, interaction: 'max-choices="2" min-choices="3"' }),
      'more than can be chosen',
    ],
    [
      'an undeclared response',
      itemXml().replace('response-identifier="RESPONSE"', 'response-identifier="R"'),
      'no response "R" is declared',
    ],
    ['a bad number', itemXml({ interaction: 'max-choices="one"' }), 'must be a whole number'],
    ['a bad boolean', itemXml({ interaction: 'shuffle="maybe"' }), 'must be "true" or "false"'],
    ['a bad identifier', itemXml({ choices: CHOICE('1 A') }), 'must be an identifier'],
    ['two bodies', itemXml().replace('<qti-item-body>', '<qti-item-body/><qti-item-body>'), 'one <qti-item-body>'],
    [
      'no body',
      '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t"/>',
      'needs a <qti-item-body>',
    ],
    ['a DOCTYPE', `<!DOCTYPE x>${itemXml().slice(38)}`, 'document type declaration'],
    ['malformed XML', itemXml().slice(0, -5), 'not well-formed'],
  ])('%s', (_, xml, text) => {
    const result = parseItem(xml);
    expect(result.status).toBe('refused');
    expect(result.messages).toHaveLength(1);
    expect(result.messages[0]?.text).toContain(text);
  });

  it('with the place of the element', () => {
    const result = parseItem(itemXml({ choices: `${CHOICE('A')}\n  ${CHOICE('A')}` }));
    expect(result.messages).toMatchObject([{ line: 12, column: 3 }]);
  });
});
