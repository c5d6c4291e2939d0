import { candidateView, parseItem } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { numberIn, practicePath } from './practice-path.ts';
import { fields, needsScript, type Practiced, readResponses } from './responses.ts';

const read = (identifier: string, declarations: Readonly<Record<string, string>>, body: string): Practiced => {
  const declared = Object.entries(declarations).map(
    ([name, attributes]) => `<qti-response-declaration identifier="${name}" ${attributes}/>`,
  );
  const result = parseItem(
    `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${identifier}" title="t"
      time-dependent="false">${declared.join('')}<qti-item-body>${body}</qti-item-body></qti-assessment-item>`,
  );
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return { identifier, item: candidateView(result.item), responseIdentifiers: Object.keys(declarations) };
};

const options =
  '<qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice>';
const one = read(
  'one',
  { RESPONSE: 'cardinality="single" base-type="identifier"' },
  `<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">${options}</qti-choice-interaction>`,
);
const several = read(
  'several',
  { RESPONSE: 'cardinality="multiple" base-type="identifier"' },
  `<qti-choice-interaction response-identifier="RESPONSE" max-choices="0">${options}</qti-choice-interaction>`,
);
const blanks = read(
  'blanks',
  { FIRST: 'cardinality="single" base-type="string"', SECOND: 'cardinality="single" base-type="integer"' },
  `<p><qti-text-entry-interaction response-identifier="FIRST"/>
  <qti-text-entry-interaction response-identifier="SECOND"/></p>`,
);
const ordered = read(
  'ordered',
  { RESPONSE: 'cardinality="ordered" base-type="identifier"' },
  `<qti-order-interaction response-identifier="RESPONSE">${options}</qti-order-interaction>`,
);
const items = [one, several, blanks, ordered];

const formOf = (...entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe('the answers of a practice page without JavaScript', () => {
  it('are read from the controls of each item, as values of its response variables', () => {
    const form = formOf(
      [fields.item, 'one'],
      ['_r_1_-0-RESPONSE', 'B'],
      [fields.item, 'several'],
      ['_r_2_-0-RESPONSE', 'A'],
      ['_r_2_-0-RESPONSE', 'B'],
      [fields.item, 'blanks'],
      ['_r_3_-0-FIRST', 'field'],
      ['_r_3_-1-SECOND', '245'],
    );
    expect(readResponses(form, items)).toEqual({
      responses: { one: 'B', several: ['A', 'B'], blanks: { FIRST: 'field', SECOND: 245 } },
      shown: ['one', 'several', 'blanks'],
    });
  });
  it('are those that were given: an empty blank, a text that is no number and an untouched item are none', () => {
    const form = formOf(
      [fields.item, 'one'],
      [fields.item, 'several'],
      ['_r_2_-0-RESPONSE', 'A'],
      [fields.item, 'blanks'],
      ['_r_3_-0-FIRST', ''],
      ['_r_3_-1-SECOND', 'many'],
    );
    expect(readResponses(form, items).responses).toEqual({ several: ['A'] });
  });
  it('leave alone what was checked before and is not on the page, or is locked there', () => {
    const kept: [string, string] = [fields.kept, JSON.stringify({ one: 'A' })];
    const form = formOf(kept, [fields.item, 'one'], [fields.item, 'several'], ['_r_2_-0-RESPONSE', 'A']);
    expect(readResponses(form, items).responses).toEqual({ one: 'A', several: ['A'] });
  });
  it('cannot be given to items that browsers alone do not know', () => {
    expect(items.map(({ item }) => needsScript(item))).toEqual([false, false, false, true]);
  });
});

describe('the answers of a practice page that is alive', () => {
  it('are sent as JSON, of every kind, in the place of its controls', () => {
    const answers = { one: 'A', ordered: ['B', 'A'], several: null };
    const form = formOf([fields.item, 'one'], ['_r_1_-0-RESPONSE', 'B'], [fields.answers, JSON.stringify(answers)]);
    expect(readResponses(form, items).responses).toEqual({ one: 'A', ordered: ['B', 'A'] });
  });
  it('stand on top of those that were checked before', () => {
    const form = formOf(
      [fields.kept, JSON.stringify({ one: 'A', several: ['B'] })],
      [fields.answers, JSON.stringify({ one: 'B' })],
    );
    expect(readResponses(form, items).responses).toEqual({ one: 'B', several: ['B'] });
  });
  it('are none where what was sent makes no sense', () => {
    for (const text of ['', '{', '[]', 'null', '7', '{"one":{"a":{"b":{"c":1}}}}', '{"stranger":"A"}']) {
      expect(readResponses(formOf([fields.answers, text], [fields.kept, text]), items).responses).toEqual({});
    }
  });
});

describe('the address of a practice page', () => {
  it('names the practice test and the item, where there are such', () => {
    const path = { programId: 'calt', material: undefined, one: undefined };
    expect(practicePath(path)).toBe('/try/calt');
    expect(practicePath({ ...path, material: 'practice-test', one: 3 })).toBe('/try/calt?test=practice-test&one=3');
  });
  it('leads to an item that there is', () => {
    expect(['0', '3', '99', 'x', null].map((text) => numberIn(text, 20))).toEqual([1, 3, 20, undefined, undefined]);
  });
});
