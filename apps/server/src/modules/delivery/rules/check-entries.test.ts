import { parseItem, startItem } from '@testamur/qti';
import { describe, expect, test } from 'vitest';
import { checkEntries } from './check-entries.ts';
import { seedOfItem } from './seed-of-item.ts';

const read = (xml: string) => {
  const result = parseItem(xml);
  if (result.status !== 'ok') throw new Error(result.messages[0]?.text);
  const { item } = result;
  return { item, responseIdentifiers: item.responses.map(({ identifier }) => identifier) };
};

const head =
  '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="T" time-dependent="false">';
const score = '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>';
const processing =
  '<qti-response-processing><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-processing>';

const twoGaps = read(`${head}
  <qti-response-declaration identifier="CITY" cardinality="single" base-type="string"/>
  <qti-response-declaration identifier="YEAR" cardinality="single" base-type="integer"/>${score}
  <qti-item-body><p><qti-text-entry-interaction response-identifier="CITY"/> in <qti-text-entry-interaction response-identifier="YEAR"/></p></qti-item-body>
  ${processing}</qti-assessment-item>`);

/** Which of B and C is offered is drawn for each candidate. */
const drawn = read(`${head}
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>${score}
  <qti-template-declaration identifier="SHOWN" cardinality="single" base-type="identifier"/>
  <qti-template-processing><qti-set-template-value identifier="SHOWN"><qti-random><qti-multiple>
    <qti-base-value base-type="identifier">B</qti-base-value><qti-base-value base-type="identifier">C</qti-base-value>
  </qti-multiple></qti-random></qti-set-template-value></qti-template-processing>
  <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
    <qti-simple-choice identifier="A">a</qti-simple-choice>
    <qti-simple-choice identifier="B" template-identifier="SHOWN" show-hide="show">b</qti-simple-choice>
    <qti-simple-choice identifier="C" template-identifier="SHOWN" show-hide="show">c</qti-simple-choice>
  </qti-choice-interaction></qti-item-body>
  ${processing}</qti-assessment-item>`);

const items = new Map([
  ['two', twoGaps],
  ['drawn', drawn],
]);
const response = (itemId: string, value: string | Record<string, string | number | null>) =>
  ({ seq: 1, itemId, kind: 'response', value, clientAt: '2026-04-12T14:00:00Z' }) as const;
const check =
  (itemId: string, value: string | Record<string, string | number | null>, attemptId = 'attempt') =>
  () =>
    checkEntries(items, attemptId, [response(itemId, value)]);

describe('before an answer is written', () => {
  test('an item of several response variables takes an object of their values', () => {
    expect(check('two', { CITY: 'Paris', YEAR: 1889 })).not.toThrow();
    expect(check('two', { CITY: 'Paris' })).not.toThrow();
    expect(check('two', { CITY: 'Paris', YEAR: 18.5 })).toThrow('entries.0.value');
    expect(check('two', { CITY: 'Paris', COUNTRY: 'France' })).toThrow('COUNTRY');
  });

  test('only what this candidate is offered can be chosen', () => {
    for (const attemptId of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const { templates } = startItem(drawn.item, { seed: seedOfItem(attemptId, 'drawn') });
      const hidden = templates.SHOWN === 'B' ? 'C' : 'B';
      expect(check('drawn', String(templates.SHOWN), attemptId)).not.toThrow();
      expect(check('drawn', hidden, attemptId)).toThrow('no choice');
    }
  });
});
