import { describe, expect, it } from 'vitest';
import { readXml } from '../../xml/read.ts';
import { QTI } from '../namespace.ts';
import { catchRefusal, Report } from '../report.ts';
import { readContextDeclaration, readOutcomeDeclaration, readResponseDeclaration } from './read-declarations.ts';

const readWith = <T>(read: (root: ReturnType<typeof readXml>['root'], report: Report) => T, xml: string) => {
  const { root, locate } = readXml(xml.replace(/^<([\w-]+)/, `<$1 xmlns="${QTI}"`));
  const report = new Report(locate);
  return { read: catchRefusal(() => read(root, report)), messages: report.messages.map(({ text }) => text) };
};
const response = (type: string, inner: string) =>
  readWith(
    readResponseDeclaration,
    `<qti-response-declaration identifier="R" ${type}>${inner}</qti-response-declaration>`,
  );
const outcome = (type: string, inner: string) =>
  readWith(
    readOutcomeDeclaration,
    `<qti-outcome-declaration identifier="O" ${type}>${inner}</qti-outcome-declaration>`,
  );
const correct = (...values: string[]) =>
  `<qti-correct-response>${values.map((value) => `<qti-value>${value}</qti-value>`).join('')}</qti-correct-response>`;

describe('a correct response is read as its base type and cardinality', () => {
  it.each([
    ['cardinality="single" base-type="boolean"', correct(' true '), true],
    ['cardinality="single" base-type="duration"', correct('PT1M30S'), 90],
    ['cardinality="single" base-type="point"', correct('10  20'), '10 20'],
    ['cardinality="single" base-type="string"', correct(' a '), ' a '],
    ['cardinality="multiple" base-type="pair"', correct('A B', 'C D'), ['A B', 'C D']],
    ['cardinality="ordered" base-type="identifier"', correct('A'), ['A']],
    [
      'cardinality="record"',
      '<qti-correct-response><qti-value field-identifier="x" base-type="float">1.5</qti-value><qti-value field-identifier="y" base-type="identifier">A</qti-value></qti-correct-response>',
      { x: 1.5, y: 'A' },
    ],
  ])('%s %s', (type, inner, value) => {
    const { read, messages } = response(type, inner);
    expect(read).toMatchObject({ correct: value });
    expect(messages).toEqual([]);
  });

  it('the fields of a record have the base types that its values name', () => {
    const inner =
      '<qti-default-value><qti-value field-identifier="x" base-type="integer">1</qti-value></qti-default-value>';
    const { read } = readWith(
      readContextDeclaration,
      `<qti-context-declaration identifier="C" cardinality="record">${inner}</qti-context-declaration>`,
    );
    expect(read).toMatchObject({ fields: { x: 'integer' }, defaultValue: { x: 1 } });
  });

  it.each([
    ['cardinality="single" base-type="integer"', correct('x'), '"x" in <qti-value> must be a whole number'],
    ['cardinality="single" base-type="pair"', correct('A'), 'two identifiers'],
    ['cardinality="single" base-type="float"', correct('1', '2'), 'single cardinality takes one'],
    ['cardinality="single"', correct('1'), 'needs the attribute base-type'],
    ['base-type="float"', correct('1'), 'needs the attribute cardinality'],
    ['cardinality="record"', correct('1'), 'needs the attribute field-identifier'],
    ['cardinality="single" base-type="float"', correct('1') + correct('2'), 'a second <qti-correct-response>'],
  ])('refused: %s %s', (type, inner, text) => {
    expect(response(type, inner).read).toMatchObject({
      status: 'refused',
      messages: [{ text: expect.stringContaining(text) }],
    });
  });
});

describe('a mapping is read for every base type', () => {
  const entry = (key: string, value: number, more = '') =>
    `<qti-map-entry map-key="${key}" mapped-value="${value}" ${more}/>`;

  it('with bounds, default, and case that counts for strings alone', () => {
    const mapping = (inner: string) =>
      `<qti-mapping default-value="-1" lower-bound="0" upper-bound="2">${inner}</qti-mapping>`;
    const exact = 'case-sensitive="false"';
    expect(
      response('cardinality="single" base-type="string"', mapping(entry('a', 1, exact) + entry('b', 2))).read,
    ).toMatchObject({
      mapping: {
        defaultValue: -1,
        lowerBound: 0,
        upperBound: 2,
        entries: [
          { key: 'a', value: 1, caseSensitive: false },
          { key: 'b', value: 2, caseSensitive: true },
        ],
      },
    });
    expect(response('cardinality="single" base-type="float"', mapping(entry('1.50', 1, exact))).read).toMatchObject({
      mapping: { entries: [{ key: 1.5, caseSensitive: true }] },
    });
  });

  it('a key that is used twice for different values contradicts itself; so do its bounds', () => {
    const type = 'cardinality="multiple" base-type="pair"';
    const twice = `<qti-mapping>${entry('A B', 1)}${entry('B A', 2)}</qti-mapping>`;
    expect(response(type, twice).read).toMatchObject({ status: 'refused' });
    const same = response(type, `<qti-mapping>${entry('A B', 1)}${entry('B A', 1)}</qti-mapping>`);
    expect(same.messages).toEqual([expect.stringContaining('is used twice; the second is left out')]);
    const bounds = `<qti-mapping lower-bound="2" upper-bound="1">${entry('A B', 1)}</qti-mapping>`;
    expect(response(type, bounds).read).toMatchObject({ status: 'refused' });
  });

  it('of areas, for points', () => {
    const inner = `<qti-area-mapping default-value="0"><qti-area-map-entry shape="circle" coords="1,2,3" mapped-value="2"/><qti-area-map-entry shape="default" mapped-value="1"/></qti-area-mapping>`;
    expect(response('cardinality="single" base-type="point"', inner).read).toMatchObject({
      areaMapping: {
        entries: [
          { area: { shape: 'circle', coords: [1, 2, 3] }, value: 2 },
          { area: { shape: 'default', coords: [] }, value: 1 },
        ],
      },
    });
  });
});

describe('an outcome is read with its attributes and its table', () => {
  it('a match table', () => {
    const inner =
      '<qti-match-table default-value="low"><qti-match-table-entry source-value="1" target-value="high"/></qti-match-table>';
    expect(
      outcome('cardinality="single" base-type="identifier" view="candidate scorer" mastery-value="2"', inner).read,
    ).toMatchObject({
      view: ['candidate', 'scorer'],
      masteryValue: 2,
      lookupTable: { table: 'match', defaultValue: 'low', entries: [{ source: 1, target: 'high' }] },
    });
  });

  it('an interpolation table, whose boundaries count unless it says otherwise', () => {
    const entry = (source: string, more = '') =>
      `<qti-interpolation-table-entry source-value="${source}" target-value="1" ${more}/>`;
    const inner = `<qti-interpolation-table>${entry('2.5')}${entry('1', 'include-boundary="false"')}</qti-interpolation-table>`;
    expect(outcome('cardinality="single" base-type="integer"', inner).read).toMatchObject({
      lookupTable: {
        defaultValue: null,
        entries: [{ source: 2.5, includeBoundary: true }, { includeBoundary: false }],
      },
    });
  });

  it('two tables are refused', () => {
    const table = '<qti-match-table><qti-match-table-entry source-value="1" target-value="1"/></qti-match-table>';
    const other = table.replaceAll('match-table', 'interpolation-table');
    expect(outcome('cardinality="single" base-type="float"', table + other).read).toMatchObject({ status: 'refused' });
  });
});
