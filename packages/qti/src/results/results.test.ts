import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentResult, ItemResultRecord, ResultVariable } from '../model/result.ts';
import { SESSION_STATUSES } from '../model/result.ts';
import { parseResult } from './parse-result.ts';
import { writeResult } from './write-result.ts';

const report = (inner: string, xmlns = 'http://www.imsglobal.org/xsd/imsqti_result_v3p0') =>
  `<assessmentResult xmlns="${xmlns}"><context sourcedId="c-1"/>${inner}</assessmentResult>`;
const itemResult = (inner: string) =>
  `<itemResult identifier="i" datestamp="2026-03-14T09:30:00Z" sessionStatus="final">${inner}</itemResult>`;

const variable = (inner: string) => {
  const result = parseResult(report(itemResult(inner)));
  if (result.status === 'refused') throw new Error(result.messages[0].text);
  return { texts: result.messages.map(({ text }) => text), variable: result.result.items[0]?.variables[0] };
};

describe('reading results', () => {
  it.each(['imsqti_result_v3p0', 'imsqti_result_v2p1', 'imsqti_result_v2p2', 'imsqti_v2p1'])(
    'documents in the namespace %s are read',
    (name) => {
      expect(parseResult(report('', `http://www.imsglobal.org/xsd/${name}`))).toEqual({
        status: 'ok',
        result: { context: { sourcedId: 'c-1', sessionIdentifiers: [] }, test: null, items: [] },
        messages: [],
      });
    },
  );

  it('a response has the answer, the key and the order in which the choices were shown', () => {
    expect(
      variable(`<responseVariable identifier="RESPONSE" cardinality="multiple" baseType="identifier" choiceSequence="B A C">
        <correctResponse><value>A</value></correctResponse>
        <candidateResponse><value>B</value><value> C </value></candidateResponse></responseVariable>`),
    ).toEqual({
      texts: [],
      variable: {
        kind: 'response',
        identifier: 'RESPONSE',
        cardinality: 'multiple',
        baseType: 'identifier',
        fields: {},
        value: ['B', 'C'],
        correct: ['A'],
        choiceSequence: ['B', 'A', 'C'],
      },
    });
  });

  it.each([
    ['baseType="float"><value>0.5</value>', 0.5],
    ['baseType="float">', null],
    ['baseType="float"><value/>', null],
    ['baseType="duration"><value>90.5</value>', 90.5],
    ['baseType="boolean"><value>true</value>', true],
    ['baseType="point"><value>3 4</value>', '3 4'],
    ['baseType="string"><value> a  b </value>', ' a  b '],
  ])('an outcome with %s has the value %j', (rest, value) => {
    const found = variable(`<outcomeVariable identifier="O" cardinality="single" ${rest}</outcomeVariable>`);
    expect(found).toMatchObject({ texts: [], variable: { kind: 'outcome', value } });
  });

  it('a record has fields, each with its base type', () => {
    const values = `<value fieldIdentifier="n" baseType="integer">3</value><value fieldIdentifier="s">3</value>`;
    expect(variable(`<contextVariable identifier="C" cardinality="record">${values}</contextVariable>`)).toMatchObject({
      texts: [],
      variable: { kind: 'context', baseType: null, fields: { n: 'integer', s: 'string' }, value: { n: 3, s: '3' } },
    });
  });

  it.each([
    [
      '<outcomeVariable identifier="O" cardinality="single" baseType="integer"><value>x</value></outcomeVariable>',
      'no integer',
    ],
    ['<outcomeVariable identifier="O" baseType="integer"/>', 'needs a cardinality'],
    ['<outcomeVariable identifier="O" cardinality="single"><value>1</value></outcomeVariable>', 'needs a baseType'],
    [
      '<outcomeVariable identifier="O" cardinality="single" baseType="integer"><value>1</value><value>2</value></outcomeVariable>',
      'has 2 values',
    ],
    ['<outcomeVariable identifier="O" cardinality="single" baseType="integer" view="candidate"/>', 'attribute view'],
    ['<support name="x" assignment="assigned"/>', '<support> of a result'],
  ])('%s is reported', (xml, text) => {
    expect(variable(xml).texts).toEqual([expect.stringContaining(text)]);
  });

  it.each([
    ['<results/>', 'the root must be <assessmentResult'],
    [report(itemResult('').replace('final', 'done')), 'must be one of final'],
    [report(itemResult('').replace('2026-03-14T', '14 March ')), 'must be a date and time'],
    [report('<testResult identifier="t"/>'), 'needs the attribute datestamp'],
  ])('%s is refused', (xml, text) => {
    expect(parseResult(xml)).toMatchObject({ status: 'refused', messages: [{ text: expect.stringContaining(text) }] });
  });
});

/** Every character that XML can hold, with a liking for those that need care. */
const text = fc.string({ unit: fc.constantFrom(...'<>&"\'\r\n\t ]-ab é\u{1F600}') });
const identifier = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/);
const nonEmpty = text.filter((value) => value !== '');

const variables: fc.Arbitrary<ResultVariable> = fc
  .tuple(
    fc.constantFrom('response', 'outcome', 'template', 'context'),
    identifier,
    fc.oneof(
      fc.record({
        cardinality: fc.constant('single' as const),
        baseType: fc.constant('string' as const),
        value: fc.option(nonEmpty),
      }),
      fc.record({
        cardinality: fc.constantFrom('multiple' as const, 'ordered' as const),
        baseType: fc.constant('float' as const),
        value: fc.option(
          fc.array(
            fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
            { minLength: 1 },
          ),
        ),
      }),
      fc.record({
        cardinality: fc.constant('record' as const),
        baseType: fc.constant(null),
        value: fc.option(fc.dictionary(identifier, fc.option(nonEmpty), { minKeys: 1, noNullPrototype: true })),
      }),
    ),
    fc.uniqueArray(identifier),
  )
  .map(([kind, name, typed, order]) => ({
    kind,
    identifier: name,
    ...typed,
    fields:
      typed.cardinality === 'record'
        ? Object.fromEntries(Object.keys(typed.value ?? {}).map((field) => [field, 'string' as const]))
        : {},
    correct: kind === 'response' ? typed.value : null,
    choiceSequence: kind === 'response' ? order : [],
  }));

const datestamp = fc.constantFrom('2026-03-14T09:30:00Z', '2026-03-14T09:30:00.123+05:30');
const items: fc.Arbitrary<ItemResultRecord> = fc.record({
  identifier,
  sequenceIndex: fc.option(fc.nat({ max: 99_999 })),
  datestamp,
  sessionStatus: fc.constantFrom(...SESSION_STATUSES),
  candidateComment: fc.option(text),
  variables: fc.array(variables, { maxLength: 4 }),
});
const results: fc.Arbitrary<AssessmentResult> = fc.record({
  context: fc.record({
    sourcedId: fc.option(text),
    sessionIdentifiers: fc.array(fc.record({ sourceId: text, identifier: text }), { maxLength: 2 }),
  }),
  test: fc.option(fc.record({ identifier, datestamp, variables: fc.array(variables, { maxLength: 3 }) })),
  items: fc.array(items, { maxLength: 3 }),
});

describe('writing results', () => {
  it('what is written is read again as it was, whatever characters it holds', () => {
    fc.assert(
      fc.property(results, (result) => {
        expect(parseResult(writeResult(result))).toEqual({ status: 'ok', result, messages: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('characters that XML cannot hold are left out', () => {
    const written = writeResult({
      context: { sourcedId: 'a\u0000\uD800b', sessionIdentifiers: [] },
      test: null,
      items: [],
    });
    expect(parseResult(written)).toMatchObject({ status: 'ok', result: { context: { sourcedId: 'ab' } } });
  });
});
