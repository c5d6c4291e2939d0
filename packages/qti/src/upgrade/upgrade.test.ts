import { describe, expect, it } from 'vitest';
import { plainText } from '../model/plain-text.ts';
import { interactionsOf } from '../model/walk.ts';
import { parseItem } from '../parse/parse-item.ts';
import { parseTest } from '../parse/parse-test.ts';
import { kindOf } from './kind-of.ts';
import { attributeName, elementName } from './names.ts';

const V2 = (version: string) => `http://www.imsglobal.org/xsd/imsqti_${version}`;

interface Parts {
  readonly namespace?: string;
  readonly body?: string;
  readonly declarations?: string;
  readonly processing?: string;
}

const old = ({ namespace = ` xmlns="${V2('v2p1')}"`, ...parts }: Parts = {}) => `<?xml version="1.0"?>
<assessmentItem${namespace} identifier="old-1" title="Old" adaptive="false" timeDependent="true" toolName="T">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>ChoiceA</value></correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" externalScored="human"/>
  ${parts.declarations ?? ''}
  <itemBody>
    ${parts.body ?? '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="ChoiceA" showHide="show">a</simpleChoice><simpleChoice identifier="ChoiceB">b</simpleChoice></choiceInteraction>'}
  </itemBody>
  ${parts.processing ?? `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>`}
</assessmentItem>`;

describe('an item of QTI 2 is read as the same item in QTI 3', () => {
  it.each([
    ['v2p0', '2.0'],
    ['v2p1', '2.1'],
    ['v2p2', '2.2'],
  ])('of the namespace %s, without loss', (namespace, version) => {
    const result = parseItem(old({ namespace: ` xmlns="${V2(namespace)}"` }));
    expect(result).toMatchObject({
      status: 'ok',
      version,
      item: {
        identifier: 'old-1',
        timeDependent: true,
        toolName: 'T',
        responses: [{ identifier: 'RESPONSE', correct: 'ChoiceA' }],
        outcomes: [{ identifier: 'SCORE', externalScored: 'human' }],
        processing: { type: 'rules', template: 'match_correct' },
      },
    });
  });

  it('with the identifiers as they are', () => {
    const result = parseItem(old());
    if (result.status === 'refused') throw new Error(result.messages[0].text);
    expect(interactionsOf(result.item.body)).toMatchObject([
      { interaction: 'choice', choices: [{ identifier: 'ChoiceA' }, { identifier: 'ChoiceB' }] },
    ]);
  });

  it('with prefixes in place of a default namespace', () => {
    const prefixed = old({ namespace: ` xmlns:q="${V2('v2p2')}"` }).replace(/<(\/?)(?=[a-z])/g, '<$1q:');
    expect(parseItem(prefixed)).toMatchObject({ status: 'ok', version: '2.2', item: { identifier: 'old-1' } });
  });

  it.each([
    ['without a namespace', '', '2.1', 'no namespace'],
    [
      'of a namespace nobody knows',
      ' xmlns="https://example.org/qti"',
      '2.1',
      'the namespace "https://example.org/qti"',
    ],
  ])('%s, by the name of its root and with a message', (_, namespace, version, text) => {
    const result = parseItem(old({ namespace }));
    expect(result).toMatchObject({ status: 'loss', version, item: { identifier: 'old-1' } });
    expect(result.messages).toMatchObject([{ line: 2, text: expect.stringContaining(text) }]);
  });

  it('and a message has the line of the source', () => {
    const result = parseItem(old({ body: '<p>x</p>\n<p><blink/></p>' }));
    expect(result.messages.find(({ text }) => text.includes('blink'))).toMatchObject({ line: 10, column: 4 });
  });
});

describe('what QTI 3 says otherwise is put into its words', () => {
  const bodyOf = (body: string, declarations = '') => {
    const result = parseItem(old({ body, declarations, processing: '' }));
    if (result.status === 'refused') throw new Error(result.messages[0].text);
    return result;
  };

  it('the view testConstructor, and uses of rubric blocks that QTI 3 does not list', () => {
    const { item } = bodyOf('<rubricBlock view="testConstructor scorer" use="sharing">x</rubricBlock>');
    expect(item.body).toMatchObject([{ type: 'rubric', view: ['test-constructor', 'scorer'], use: 'ext:sharing' }]);
  });

  it('an infoControl is content that candidates may open', () => {
    const { item } = bodyOf('<infoControl title="Hint"><p>Look here</p></infoControl>');
    expect(item.body).toMatchObject([{ name: 'details', children: [{ name: 'summary' }, { name: 'p' }] }]);
    expect(plainText(item.body)).toBe('Hint Look here');
  });

  it('gaps are filled without a limit', () => {
    const { item } = bodyOf(
      '<gapMatchInteraction responseIdentifier="P"><gapText identifier="A" matchMax="1">a</gapText><p><gap identifier="G"/></p></gapMatchInteraction>',
      '<responseDeclaration identifier="P" cardinality="multiple" baseType="directedPair"/>',
    );
    expect(interactionsOf(item.body)).toMatchObject([{ interaction: 'gap-match', associations: { max: 0 } }]);
  });

  it('a portable custom interaction inside a custom one', () => {
    const { item } = bodyOf(
      `<customInteraction responseIdentifier="RESPONSE"><pci:portableCustomInteraction xmlns:pci="http://www.imsglobal.org/xsd/portableCustomInteraction" customInteractionTypeIdentifier="org.example.dial" hook="dial/main.js"><pci:properties><pci:entry key="turns">3</pci:entry><pci:properties key="range"><pci:entry key="topMark">9</pci:entry></pci:properties></pci:properties><pci:markup><div>Dial</div></pci:markup></pci:portableCustomInteraction></customInteraction>`,
    );
    expect(interactionsOf(item.body)).toMatchObject([
      {
        interaction: 'portable-custom',
        customInteractionTypeIdentifier: 'org.example.dial',
        module: 'org.example.dial',
        modules: [{ id: 'org.example.dial', primaryPath: 'dial/main.js' }],
        data: { turns: '3', 'range__top-mark': '9' },
      },
    ]);
  });

  it('accessibility information of APIP is left out with a message', () => {
    const { messages } = bodyOf(
      '<p>x</p>',
      '<a:apipAccessibility xmlns:a="http://www.imsglobal.org/xsd/apip/apipv1p0/imsapip_qtiv1p0"/>',
    );
    expect(messages.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('accessibility information of APIP'),
    );
  });
});

describe('a name of QTI 2', () => {
  it.each([
    ['choiceInteraction', 'qti-choice-interaction'],
    ['durationGTE', 'qti-duration-gte'],
    ['anyN', 'qti-any-n'],
    ['value', 'qti-value'],
    ['p', undefined],
    ['object', undefined],
    ['constructor', undefined],
  ])('%s is %s', (name, upgraded) => expect(elementName(name)).toBe(upgraded));

  it('of an attribute is put in kebab case; data-, aria- and prefixed ones stay', () => {
    expect(['responseIdentifier', 'data-myThing', 'xml:lang'].map(attributeName)).toEqual([
      'response-identifier',
      'data-myThing',
      'xml:lang',
    ]);
  });
});

describe('a test of QTI 2.1', () => {
  it('is read without loss', () => {
    const result = parseTest(`<assessmentTest xmlns="${V2('v2p1')}" identifier="T" title="Test">
  <outcomeDeclaration identifier="TOTAL" cardinality="single" baseType="float"/>
  <testPart identifier="P" navigationMode="linear" submissionMode="individual">
    <itemSessionControl maxAttempts="2" allowSkipping="false"/>
    <assessmentSection identifier="S" title="Section" visible="true">
      <selection select="1"/><ordering shuffle="true"/>
      <assessmentItemRef identifier="Q1" href="q1.xml" category="a b"><weight identifier="W" value="2"/></assessmentItemRef>
      <assessmentItemRef identifier="Q2" href="q2.xml"/>
    </assessmentSection>
  </testPart>
  <outcomeProcessing><setOutcomeValue identifier="TOTAL"><sum><testVariables variableIdentifier="SCORE" weightIdentifier="W"/></sum></setOutcomeValue></outcomeProcessing>
</assessmentTest>`);
    expect(result).toMatchObject({
      status: 'ok',
      version: '2.1',
      test: {
        parts: [
          {
            itemSessionControl: { maxAttempts: 2, allowSkipping: false, allowReview: null },
            sections: [
              { shuffle: true, selection: { select: 1 }, children: [{ categories: ['a', 'b'] }, { href: 'q2.xml' }] },
            ],
          },
        ],
        outcomeProcessing: [{ rule: 'set-outcome-value', identifier: 'TOTAL' }],
      },
    });
  });
});

describe('the kind of a document is told by its first tag', () => {
  it.each([
    [old(), 'item', '2.1'],
    [
      '<?xml version="1.0"?><!-- <qti-assessment-test> --><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0">',
      'item',
      '3.0',
    ],
    ['<qti-assessment-test title="a > b">', 'test', '3.0'],
    [`<x:assessmentSection xmlns:x='${V2('v2p2')}'>`, 'section', '2.2'],
    ['<qti-assessment-stimulus>', 'stimulus', '3.0'],
    ['<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1">', 'manifest', '3.0'],
    ['<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">', 'manifest', undefined],
    ['<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v2p1">', 'result', '2.1'],
    ['<!DOCTYPE x SYSTEM "x.dtd"><qti-assessment-item>', 'item', '3.0'],
    ['<!DOCTYPE x [<!ENTITY a "<qti-assessment-test>">]>\n<qti-assessment-item>', 'item', '3.0'],
    ['<!DOCTYPE x [<!ENTITY never closed', undefined, undefined],
    ['<html>', undefined, undefined],
    ['no markup', undefined, undefined],
    ['<constructor>', undefined, undefined],
    ['<!-- never closed', undefined, undefined],
  ])('%#: %s', (xml, kind, version) => {
    expect(kindOf(xml)).toEqual({ kind, version });
    expect(kindOf(new TextEncoder().encode(xml))).toEqual({ kind, version });
  });
});
