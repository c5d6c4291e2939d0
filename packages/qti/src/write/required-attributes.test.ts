import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { itemXml } from '../testing/item-xml.ts';
import { writeItem } from './item.ts';

function written(xml: string): string {
  const result = parseItem(xml);
  if (result.status !== 'ok') throw new Error(result.messages.map(({ text }) => text).join('; '));
  return writeItem(result.item).xml;
}

const text = '<qti-base-value base-type="string">a</qti-base-value>';
const point = '<qti-base-value base-type="point">1 1</qti-base-value>';
const when = (condition: string) =>
  `<qti-response-processing><qti-response-condition><qti-response-if>${condition}<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>`;

describe('attributes that the schemas require, or read differently where they are absent', () => {
  it('stand where they hold their default too: case-sensitive of substring, coords of the default shape', () => {
    const substring = `<qti-substring case-sensitive="true">${text}${text}</qti-substring>`;
    expect(written(itemXml({ processing: when(substring) }))).toContain('<qti-substring case-sensitive="true">');
    const inside = `<qti-inside shape="default" coords="">${point}</qti-inside>`;
    expect(written(itemXml({ processing: when(inside) }))).toContain('<qti-inside shape="default" coords="">');
  });

  it('stand in area-map-entry of the default shape, and in every map-entry of strings', () => {
    const declared = `<qti-response-declaration identifier="T" cardinality="single" base-type="string"><qti-mapping><qti-map-entry map-key="a" mapped-value="1"/></qti-mapping></qti-response-declaration>
      <qti-response-declaration identifier="P" cardinality="single" base-type="point"><qti-area-mapping><qti-area-map-entry shape="default" coords="" mapped-value="1"/></qti-area-mapping></qti-response-declaration>
      <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>`;
    const image = '<object data="a.png" type="image/png" width="9" height="9"/>';
    const before = `<p><qti-text-entry-interaction response-identifier="T"/></p><qti-select-point-interaction response-identifier="P" max-choices="1">${image}</qti-select-point-interaction>`;
    const xml = written(itemXml({ outcomes: declared, before }));
    expect(xml).toContain('<qti-map-entry map-key="a" mapped-value="1" case-sensitive="true"/>');
    expect(xml).toContain('<qti-area-map-entry shape="default" coords="" mapped-value="1"/>');
  });
});
