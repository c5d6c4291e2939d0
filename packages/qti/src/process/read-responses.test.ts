import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { itemXml } from '../testing/item-xml.ts';
import { readResponses } from './read-responses.ts';

const NUMBER =
  '<qti-response-declaration identifier="N" cardinality="single" base-type="float"/><qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>';
const read = (responses: Readonly<Record<string, unknown>>) => {
  const before = '<p><qti-text-entry-interaction response-identifier="N"/></p>';
  const result = parseItem(itemXml({ outcomes: NUMBER, before }));
  if (result.status !== 'ok') throw new Error(result.messages[0]?.text);
  return readResponses(result.item, responses);
};

describe('responses that are tried out are read by their type', () => {
  it.each([
    [{ RESPONSE: 'Z' }, { RESPONSE: 'Z', N: null }],
    [
      { RESPONSE: 'Z', N: '1.5' },
      { RESPONSE: 'Z', N: 1.5 },
    ],
    [{ N: 2 }, { RESPONSE: null, N: 2 }],
    [
      { N: null, RESPONSE: '' },
      { RESPONSE: null, N: null },
    ],
  ])('%j', (given, responses) => expect(read(given)).toMatchObject({ ok: true, responses }));

  it.each([
    [{ X: 'A' }, 'X', 'unknown-response'],
    [{ RESPONSE: ['A'] }, 'RESPONSE', 'wrong-type'],
    [{ RESPONSE: 'not an identifier' }, 'RESPONSE', 'wrong-type'],
    [{ N: 'many' }, 'N', 'wrong-type'],
    [{ RESPONSE: 'Z', N: 'many' }, 'N', 'wrong-type'],
  ])('%j is an error', (given, identifier, reason) => {
    expect(read(given)).toMatchObject({ ok: false, errors: [{ identifier, reason }] });
  });
});
