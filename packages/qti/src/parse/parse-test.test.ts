import { describe, expect, it } from 'vitest';
import { parseSection, parseStimulus, parseTest } from './parse-test.ts';

const NS = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"';
const item = (id: string, inner = '', more = '') =>
  `<qti-assessment-item-ref identifier="${id}" href="${id}.xml" ${more}>${inner}</qti-assessment-item-ref>`;
const section = (id: string, inner: string, more = '') =>
  `<qti-assessment-section identifier="${id}" title="${id}" visible="true" ${more}>${inner}</qti-assessment-section>`;
const part = (id: string, inner: string) =>
  `<qti-test-part identifier="${id}" navigation-mode="linear" submission-mode="individual">${inner}</qti-test-part>`;
const branch = (target: string) =>
  `<qti-branch-rule target="${target}"><qti-is-null><qti-variable identifier="TOTAL"/></qti-is-null></qti-branch-rule>`;
const TOTAL = '<qti-outcome-declaration identifier="TOTAL" cardinality="single" base-type="float"/>';
const test = (parts: string, processing = '') =>
  `<qti-assessment-test ${NS} identifier="T" title="Test" tool-name="x" xml:lang="en">${TOTAL}\n${parts}${processing}</qti-assessment-test>`;
const outcomes = (value: string) =>
  `<qti-outcome-processing><qti-set-outcome-value identifier="TOTAL">${value}</qti-set-outcome-value></qti-outcome-processing>`;

describe('a test is read in full', () => {
  it('with parts, sections, items, limits, controls and feedback', () => {
    const inner = `<qti-pre-condition><qti-lt><qti-variable identifier="Q0.SCORE"/><qti-base-value base-type="float">1</qti-base-value></qti-lt></qti-pre-condition>
      <qti-time-limits max-time="90" allow-late-submission="true"/>
      <qti-variable-mapping source-identifier="POINTS" target-identifier="SCORE"/>
      <qti-weight identifier="W" value="0.5"/>
      <qti-template-default template-identifier="N"><qti-base-value base-type="integer">4</qti-base-value></qti-template-default>`;
    const nested = section(
      'S2',
      item('Q1', inner, 'category="a b" required="true" fixed="true"'),
      'keep-together="false"',
    );
    const xml = test(
      `<qti-time-limits min-time="1" max-time="3600"/>${part(
        'P',
        `<qti-item-session-control max-attempts="0" validate-responses="true"/>
         ${section('S1', `<qti-selection select="1" with-replacement="true"/><qti-ordering shuffle="true"/><qti-rubric-block view="candidate" use="instructions"><qti-content-body><p>Read</p></qti-content-body></qti-rubric-block>${item('Q0')}${nested}<qti-assessment-section-ref identifier="S3" href="s3.xml"/>`)}
         <qti-test-feedback access="atEnd" outcome-identifier="TOTAL" identifier="x" show-hide="show"><qti-content-body><p>Done</p></qti-content-body></qti-test-feedback>`,
      )}`,
      outcomes('<qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum>'),
    );
    expect(parseTest(xml)).toMatchObject({
      status: 'ok',
      version: '3.0',
      test: {
        language: 'en',
        timeLimits: { minSeconds: 1, maxSeconds: 3600, allowLateSubmission: false },
        parts: [
          {
            navigationMode: 'linear',
            itemSessionControl: { maxAttempts: 0, validateResponses: true, showFeedback: null },
            feedback: [{ access: 'atEnd', variable: 'TOTAL' }],
            sections: [
              {
                selection: { select: 1, withReplacement: true },
                shuffle: true,
                rubrics: [{ use: 'instructions' }],
                children: [
                  { type: 'item-ref', identifier: 'Q0', href: 'Q0.xml', preConditions: [], required: false },
                  {
                    type: 'section',
                    keepTogether: false,
                    children: [
                      {
                        categories: ['a', 'b'],
                        required: true,
                        fixed: true,
                        preConditions: [{ op: 'lt' }],
                        timeLimits: { maxSeconds: 90, allowLateSubmission: true },
                        variableMappings: [{ source: 'POINTS', target: 'SCORE' }],
                        weights: [{ identifier: 'W', value: 0.5 }],
                        templateDefaults: [{ identifier: 'N', value: { op: 'base-value', value: 4 } }],
                      },
                    ],
                  },
                  { type: 'section-ref', identifier: 'S3', href: 's3.xml' },
                ],
              },
            ],
          },
        ],
        outcomeProcessing: [{ rule: 'set-outcome-value', identifier: 'TOTAL' }],
      },
    });
  });
});

describe('branches go ahead, to what exists', () => {
  it.each([
    ['an item further on', section('S', item('A', branch('B')) + item('B'))],
    ['the end of the section', section('S', item('A', branch('EXIT_SECTION')))],
    ['a section further on', section('S', item('A', branch('S2'))) + section('S2', item('B'))],
    [
      'what a section in another file may hold',
      `${section('S', item('A', branch('ELSEWHERE')))}<qti-assessment-section-ref identifier="S2" href="s.xml"/>`,
    ],
  ])('%s', (_, inner) => expect(parseTest(test(part('P', inner)))).toMatchObject({ status: 'ok' }));

  it.each([
    ['back', section('S', item('A') + item('B', branch('A'))), 'it lies behind'],
    ['to itself', section('S', item('A', branch('A'))), 'it lies behind'],
    ['nowhere', section('S', item('A', branch('Z'))), 'nothing in this test has that identifier'],
    ['into the section that is left', section('S', branch('A') + item('A')), 'inside of what the branch leaves'],
  ])('not %s: the rule is left out, with its line', (_, inner, text) => {
    const result = parseTest(test(part('P', inner)));
    expect(result).toMatchObject({ status: 'loss', messages: [{ line: 2, text: expect.stringContaining(text) }] });
    expect(JSON.stringify(result)).not.toContain('"target":');
  });

  it('from an item to another test part: not', () => {
    const result = parseTest(
      test(part('P', section('S', item('A', branch('P2')))) + part('P2', section('S2', item('B')))),
    );
    expect(result.messages).toMatchObject([{ text: expect.stringContaining('inside its test part only') }]);
  });
});

describe('what cannot mean anything', () => {
  it.each([
    ['an identifier that is used twice', test(part('P', section('S', item('A') + item('A')))), '"A" is used twice'],
    ['no test part', test(''), 'needs a <qti-test-part>'],
    [
      'no navigation mode',
      test('<qti-test-part identifier="P" submission-mode="individual"/>'),
      'needs the attribute navigation-mode',
    ],
    [
      'limits upside down',
      test(`<qti-time-limits min-time="2" max-time="1"/>${part('P', '')}`),
      'min-time must not be above',
    ],
    ['an item', `<qti-assessment-item ${NS} identifier="i" title="t"/>`, 'the root must be <qti-assessment-test'],
  ])('%s refuses the test', (_, xml, text) => {
    expect(parseTest(xml)).toMatchObject({ status: 'refused', messages: [{ text: expect.stringContaining(text) }] });
  });

  it.each([
    ['an undeclared outcome', test(part('P', ''), outcomes('<qti-variable identifier="X"/>')), 'X is not declared'],
    [
      'an item that is not in the test',
      test(part('P', ''), outcomes('<qti-variable identifier="Q9.SCORE"/>')),
      'Q9.SCORE is not declared',
    ],
    [
      'a condition that is no boolean',
      test(part('P', section('S', item('A', '<qti-pre-condition><qti-null-ish/></qti-pre-condition>')))),
      'left out',
    ],
    [
      'more selected than there is',
      test(part('P', section('S', `<qti-selection select="3"/>${item('A')}`))),
      'all are taken',
    ],
    [
      'an address outside of the package',
      test(
        part('P', section('S', item('A').replace('A.xml', '../../A.xml').replace('../../', 'https://example.org/'))),
      ),
      'left out',
    ],
  ])('%s is reported', (_, xml, text) => {
    const result = parseTest(xml);
    expect(result.status).toBe('loss');
    expect(result.messages.map((message) => message.text)).toContainEqual(expect.stringContaining(text));
  });
});

describe('a section and a stimulus in files of their own', () => {
  it('are read', () => {
    expect(parseSection(section('S', item('A')).replace(' identifier', ` ${NS} identifier`))).toMatchObject({
      status: 'ok',
      section: { identifier: 'S', children: [{ identifier: 'A' }] },
    });
    const stimulus = `<qti-assessment-stimulus ${NS} identifier="X" title="Text"><qti-stimulus-body><p>Once</p></qti-stimulus-body></qti-assessment-stimulus>`;
    expect(parseStimulus(stimulus)).toMatchObject({
      status: 'ok',
      stimulus: { identifier: 'X', body: [{ name: 'p' }] },
    });
  });
});
