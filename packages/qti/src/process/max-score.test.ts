import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { MULTIPLE, okItem } from '../testing/item-xml.ts';
import { maxScore } from './max-score.ts';

const RULES = (value: string) =>
  `<qti-response-processing><qti-set-outcome-value identifier="SCORE">${value}</qti-set-outcome-value></qti-response-processing>`;
const ONE = RULES('<qti-base-value base-type="float">1</qti-base-value>');
const template = (name: string) =>
  `<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}"/>`;
const outcome = (extra: string) =>
  `<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" ${extra}/>`;
const entry = (key: string, points: number) => `<qti-map-entry map-key="${key}" mapped-value="${points}"/>`;
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `<qti-simple-choice identifier="A${at}">x</qti-simple-choice>`).join('');

describe('the maximum score', () => {
  it('is 1 under match_correct, by trial or, of many choices, by the key', () => {
    expect(maxScore(okItem())).toBe(1);
    expect(maxScore(okItem(MULTIPLE))).toBe(1);
    expect(maxScore(okItem({ ...MULTIPLE, keys: ['A1', 'A29'], choices: many(30) }))).toBe(1);
  });

  it('under map_response is what an allowed answer can earn, of many choices by its best entries', () => {
    const mapping = `<qti-mapping default-value="0">${entry('A1', 1)}${entry('A2', 2)}${entry('A3', 4)}</qti-mapping>`;
    const parts = { ...MULTIPLE, keys: [], mapping, processing: template('map_response') };
    for (const choices of [many(5), many(30)]) {
      expect(maxScore(okItem({ ...parts, choices }))).toBe(7);
      expect(maxScore(okItem({ ...parts, choices, interaction: 'max-choices="2"' }))).toBe(6);
      const single = { ...parts, choices, cardinality: 'single', interaction: 'max-choices="1"' };
      expect(maxScore(okItem(single))).toBe(4);
    }
  });

  it('of many choices under rules that add up mappings is the sum', () => {
    const mapping = `<qti-mapping default-value="0" upper-bound="5">${entry('A1', 3)}${entry('A2', 4)}</qti-mapping>`;
    const processing = RULES('<qti-sum><qti-map-response identifier="RESPONSE"/></qti-sum>');
    expect(maxScore(okItem({ ...MULTIPLE, keys: [], choices: many(30), mapping, processing }))).toBe(5);
  });

  it('of many choices under other rules is the declared normal-maximum, or unknown', () => {
    const parts = { ...MULTIPLE, keys: ['A1'], choices: many(30), processing: ONE };
    expect(maxScore(okItem({ ...parts, outcomes: outcome('') }))).toBeNull();
    expect(maxScore(okItem({ ...parts, outcomes: outcome('normal-maximum="4"') }))).toBe(4);
  });

  it('of points is found in areas of every shape', () => {
    const areas = [
      'circle|20,20,5',
      'rect|40,40,60,60',
      'ellipse|100,20,10,5',
      'poly|100,60,120,60,120,90,110,70,100,90',
    ];
    const entries = areas.map((area) => {
      const [shape, coords] = area.split('|');
      return `<qti-area-map-entry shape="${shape}" coords="${coords}" mapped-value="1"/>`;
    });
    const item =
      parseItem(`<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t"
      adaptive="false" time-dependent="false" xml:lang="en">
      <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="point">
        <qti-area-mapping default-value="0">${entries.join('')}</qti-area-mapping>
      </qti-response-declaration>
      ${outcome('')}
      <qti-item-body><qti-select-point-interaction response-identifier="RESPONSE" max-choices="0">
        <qti-prompt>Point.</qti-prompt><img src="a.png" alt="A map" width="200" height="100"/>
      </qti-select-point-interaction></qti-item-body>${template('map_response_point')}</qti-assessment-item>`);
    expect(item.messages).toEqual([]);
    expect(item.status === 'ok' && maxScore(item.item)).toBe(4);
  });

  it('of a number whose text is compared tries that text', () => {
    const match =
      '<qti-match><qti-variable identifier="TYPED"/><qti-base-value base-type="string">2.50</qti-base-value></qti-match>';
    const set =
      '<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">3</qti-base-value></qti-set-outcome-value>';
    const item =
      parseItem(`<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t"
      adaptive="false" time-dependent="false" xml:lang="en">
      <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float"/>
      <qti-response-declaration identifier="TYPED" cardinality="single" base-type="string"/>
      ${outcome('')}
      <qti-item-body><p>Half of 5:
        <qti-text-entry-interaction response-identifier="RESPONSE" string-identifier="TYPED"/></p></qti-item-body>
      <qti-response-processing><qti-response-condition><qti-response-if>${match}${set}</qti-response-if></qti-response-condition>
      </qti-response-processing></qti-assessment-item>`);
    expect(item.messages).toEqual([]);
    expect(item.status === 'ok' && maxScore(item.item)).toBe(3);
  });

  it('of a score that a person sets is what is declared', () => {
    const human = (more: string) =>
      okItem({ keys: [], outcomes: outcome(`external-scored="human" ${more}`), processing: ONE });
    expect(maxScore(human(''))).toBeNull();
    expect(maxScore(human('normal-maximum="6"'))).toBe(6);
  });

  it('is unknown of an item without processing', () => {
    expect(maxScore(okItem({ processing: '' }))).toBeNull();
  });
});
