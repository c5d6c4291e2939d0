import { describe, expect, it } from 'vitest';
import { scoreItem } from '../process/score-item.ts';
import { itemXml, okItem } from '../testing/item-xml.ts';
import { parseItem } from './parse-item.ts';
import { parseStimulus, parseTest } from './parse-test.ts';

const NS = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"';
const textsOf = ({ messages }: { messages: readonly { text: string }[] }) => messages.map(({ text }) => text);

describe('what tools export though the schema forbids it is read for what it means, with one message', () => {
  it('a document without a title is called by its identifier', () => {
    const item = parseItem(itemXml({ root: 'identifier="i-1"' }));
    expect(item).toMatchObject({ status: 'loss', item: { identifier: 'i-1', title: 'i-1' } });
    expect(textsOf(item)).toEqual(['<qti-assessment-item> has no title; its identifier stands for it']);
    expect(
      parseStimulus(`<qti-assessment-stimulus ${NS} identifier="S"><qti-stimulus-body/></qti-assessment-stimulus>`),
    ).toMatchObject({ status: 'loss', stimulus: { title: 'S' } });
  });

  it('a boolean in capitals is the boolean', () => {
    const root = 'identifier="i" title="t" adaptive="True" time-dependent="FALSE"';
    const result = parseItem(itemXml({ root, interaction: 'max-choices="1" shuffle="True"' }));
    expect(result).toMatchObject({
      status: 'loss',
      item: { adaptive: true, timeDependent: false, body: [{ shuffle: true }] },
    });
    expect(textsOf(result)).toEqual([
      'adaptive="True" of <qti-assessment-item> must be true or false; read as true',
      'time-dependent="FALSE" of <qti-assessment-item> must be true or false; read as false',
      'shuffle="True" of <qti-choice-interaction> must be true or false; read as true',
    ]);
    expect(parseItem(itemXml({ root: 'identifier="i" title="t" adaptive="yes"' }))).toMatchObject({
      status: 'refused',
    });
  });

  it('an identifier that begins with a digit is kept, and the item scored by it', () => {
    const choices = ['1', '2b'].map((id) => `<qti-simple-choice identifier="${id}">${id}</qti-simple-choice>`).join('');
    const result = parseItem(itemXml({ keys: ['2b'], choices }));
    expect(textsOf(result)).toEqual([
      'identifier="1" of <qti-simple-choice> should not begin with a digit; kept as it is',
      'identifier="2b" of <qti-simple-choice> should not begin with a digit; kept as it is',
    ]);
    if (result.status === 'refused') throw new Error('refused');
    expect(scoreItem(result.item, { RESPONSE: '2b' })).toMatchObject({ ok: true, score: 1 });
    expect(scoreItem(result.item, { RESPONSE: '1' })).toMatchObject({ ok: true, score: 0 });
  });

  it('an integer outcome of a test that is set to weighted scores is a float', () => {
    const result = parseTest(`<qti-assessment-test ${NS} identifier="T" title="t">
      <qti-outcome-declaration identifier="SUM" cardinality="single" base-type="integer"/>
      <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual">
        <qti-assessment-section identifier="S" title="s" visible="true"><qti-assessment-item-ref identifier="Q" href="q.xml">
          <qti-weight identifier="W" value="0.5"/></qti-assessment-item-ref></qti-assessment-section></qti-test-part>
      <qti-outcome-processing><qti-set-outcome-value identifier="SUM"><qti-sum>
        <qti-test-variables variable-identifier="SCORE" weight-identifier="W"/></qti-sum></qti-set-outcome-value></qti-outcome-processing>
    </qti-assessment-test>`);
    expect(result).toMatchObject({
      status: 'loss',
      test: { outcomes: [{ identifier: 'SUM', baseType: 'float' }], outcomeProcessing: [{ identifier: 'SUM' }] },
    });
    expect(textsOf(result)).toEqual(['"SUM" is declared integer and set to a float; read as float']);
  });
});

describe('what says nothing and what is harmless is no loss', () => {
  it('empty attributes', () => {
    const before = '<p dir="" aria-describedby=" ">Look.</p>';
    expect(okItem({ before }).body[0]).toMatchObject({ name: 'p', attributes: {} });
    expect(okItem({ interaction: 'max-choices="1" min-choices=""' }).body).toMatchObject([{ minChoices: 0 }]);
  });

  it('the spelling that QTI 2 has of the view of outcomes', () => {
    const outcomes =
      '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" view="testConstructor"/>';
    expect(okItem({ outcomes }).outcomes).toMatchObject([{ view: ['test-constructor'] }]);
  });

  it('a part of a film, in hours, minutes and seconds', () => {
    const before = '<video controls="controls"><source src="a.mp4#t=00:00:01,00:00:10.0" type="video/mp4"/></video>';
    expect(JSON.stringify(okItem({ before }).body)).toContain('a.mp4#t=00:00:01,00:00:10.0');
  });
});

describe('what would be scored wrongly stays refused', () => {
  const entry = (key: string) => `<?xml version="1.0"?><qti-assessment-item ${NS} identifier="i" title="t">
    <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float">
      <qti-correct-response>${key}</qti-correct-response></qti-response-declaration>
    <qti-item-body><p><qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body></qti-assessment-item>`;

  it.each([
    ['a decimal comma, which may also part thousands', '<qti-value>3,500</qti-value>', 'must be a number'],
    ['two keys of a single response', '<qti-value>1</qti-value><qti-value>2</qti-value>', 'takes one <qti-value>'],
  ])('%s', (_, key, text) => {
    const result = parseItem(entry(key));
    expect(result).toMatchObject({ status: 'refused', messages: [{ text: expect.stringContaining(text) }] });
  });
});
