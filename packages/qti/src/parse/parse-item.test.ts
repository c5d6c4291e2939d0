import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../model/walk.ts';
import { type ItemParts, itemXml, MULTIPLE, okItem } from '../testing/item-xml.ts';
import { parseItem } from './parse-item.ts';

const SCORE = '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>';
const INTEGER_SCORE =
  '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="integer"><qti-default-value><qti-value>1.0</qti-value></qti-default-value></qti-outcome-declaration>';
const CHOICE = (id: string) => `<qti-simple-choice identifier="${id}">x</qti-simple-choice>`;

describe('an item that is understood in full', () => {
  it('is ok, with its head, declarations and interaction', () => {
    const item = okItem({
      interaction: 'max-choices="1" shuffle="true" orientation="horizontal" class="qti-labels-none"',
    });
    expect(item).toMatchObject({ identifier: 'item-1', title: 'A title', language: 'en-US', timeDependent: false });
    expect(item.responses).toMatchObject([{ identifier: 'RESPONSE', cardinality: 'single', correct: 'B' }]);
    expect(item.outcomes).toMatchObject([{ identifier: 'SCORE', baseType: 'float', defaultValue: 0, view: [] }]);
    expect(interactionsOf(item.body)).toMatchObject([
      { cardinality: 'single', shuffle: true, orientation: 'horizontal', classes: ['qti-labels-none'], maxChoices: 1 },
    ]);
    const [interaction] = interactionsOf(item.body);
    const choices = interaction?.interaction === 'choice' ? interaction.choices : [];
    expect(choices.map(({ identifier }) => identifier)).toEqual(['A', 'B', 'C', 'D']);
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
    ['an unknown attribute', { interaction: 'max-choices="1" sparkle="yes"' }, 'the attribute sparkle'],
    [
      'a rubric block that names no view',
      { before: '<qti-rubric-block use="scoring"><qti-content-body>x</qti-content-body></qti-rubric-block>' },
      'must name some of',
    ],
    ['a key that is missing', { keys: [] }, 'every answer scores 0'],
    ['more keys than choices allowed', { ...MULTIPLE, interaction: 'max-choices="1"' }, 'more keys than max-choices'],
    [
      'a map-key that is no choice',
      { mapping: '<qti-mapping><qti-map-entry map-key="Z" mapped-value="1"/></qti-mapping>' },
      'the map-key "Z" names no choice',
    ],
    [
      'a built-in variable that is declared again',
      {
        outcomes: `${SCORE}<qti-outcome-declaration identifier="completionStatus" cardinality="single" base-type="identifier"/>`,
      },
      '"completionStatus" is built in; its declaration is left out',
    ],
    ['an integer written as a float', { outcomes: INTEGER_SCORE }, '"1.0" is no integer; read as 1'],
    [
      'an unknown template',
      { processing: '<qti-response-processing template="https://example.org/t.xml"/>' },
      'is not known; use a standard one or rules',
    ],
    [
      'a response without an interaction',
      {
        outcomes:
          '<qti-response-declaration identifier="R2" cardinality="single" base-type="identifier"/><qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>',
      },
      'no interaction is bound to the response "R2", so candidates cannot give it',
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
    ['no identifier', itemXml({ root: 'title="t"' }), 'needs the attribute identifier'],
    ['a choice twice', itemXml({ choices: CHOICE('A') + CHOICE('A') }), '"A" is used twice'],
    ['no choices', itemXml({ choices: '' }), 'at least one <qti-simple-choice>'],
    ['a key that is no choice', itemXml({ keys: ['E'] }), 'the key "E" names no choice'],
    ['two keys of single cardinality', itemXml({ keys: ['A', 'B'] }), 'single cardinality takes one'],
    ['a key twice', itemXml({ ...MULTIPLE, keys: ['A', 'A'] }), 'listed twice'],
    [
      'an undeclared response',
      itemXml().replace('response-identifier="RESPONSE"', 'response-identifier="R"'),
      'no response "R" is declared',
    ],
    ['a bad identifier', itemXml({ choices: CHOICE('1 A') }), 'must be an identifier'],
    ['two bodies', itemXml().replace('<qti-item-body>', '<qti-item-body/><qti-item-body>'), 'one <qti-item-body>'],
    ['a variable twice', itemXml({ outcomes: SCORE + SCORE }), 'the variable "SCORE" is declared twice'],
    [
      'a built-in name for another variable',
      itemXml({ outcomes: SCORE.replace('SCORE', 'duration') }),
      '"duration" is built in, as a single duration',
    ],
    ['a key that is not of its base type', itemXml({ keys: ['1 2'] }), '"1 2" in <qti-value> must be an identifier'],
    ['a bad boolean', itemXml({ root: 'identifier="i" title="t" adaptive="maybe"' }), 'must be "true" or "false"'],
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

describe('the body may be missing', () => {
  it('and the item says so', () => {
    const result = parseItem(
      '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t"/>',
    );
    expect(result).toMatchObject({ status: 'loss', version: '3.0', item: { body: [], processing: { type: 'none' } } });
  });
});
