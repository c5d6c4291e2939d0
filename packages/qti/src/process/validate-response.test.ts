import { describe, expect, it } from 'vitest';
import type { AssessmentItem } from '../model/item.ts';
import { MULTIPLE, okItem } from '../testing/item-xml.ts';
import { checkResponses, validateResponse } from './validate-response.ts';

const single = okItem();
const multiple = okItem({ ...MULTIPLE, interaction: 'max-choices="3" min-choices="2"' });

describe('a valid response', () => {
  it('comes back in its normal form', () => {
    expect(validateResponse(single, { RESPONSE: 'A' })).toEqual({
      ok: true,
      responses: { RESPONSE: 'A' },
      complete: true,
    });
    expect(validateResponse(multiple, { RESPONSE: [] })).toMatchObject({ ok: true, responses: { RESPONSE: null } });
    expect(validateResponse(multiple, { RESPONSE: ['C', 'A'] })).toMatchObject({ responses: { RESPONSE: ['C', 'A'] } });
    expect(validateResponse(single, { RESPONSE: '' })).toMatchObject({ ok: true, responses: { RESPONSE: null } });
  });

  it('with fewer choices than min-choices is valid but incomplete, and says what it lacks', () => {
    expect(validateResponse(single, { RESPONSE: null })).toMatchObject({ ok: true, complete: true });
    expect(validateResponse(multiple, { RESPONSE: ['A'] })).toEqual({
      ok: true,
      responses: { RESPONSE: ['A'] },
      complete: false,
      hints: [{ identifier: 'RESPONSE', text: '"RESPONSE" wants at least 2 choices' }],
    });
    expect(validateResponse(multiple, { RESPONSE: ['A', 'B'] })).toMatchObject({ ok: true, complete: true });
  });

  it('may leave a variable out where that is no answer, and must not where it is strict', () => {
    expect(checkResponses(single, {})).toMatchObject({ ok: true, responses: { RESPONSE: null } });
    expect(validateResponse(single, {})).toMatchObject({ ok: false, errors: [{ reason: 'missing-response' }] });
  });
});

describe('an item that was stripped of its body', () => {
  const item: AssessmentItem = { ...single, body: [] };

  it('takes what the declaration of the variable allows', () => {
    expect(validateResponse(item, { RESPONSE: 'Z' })).toMatchObject({ ok: true, responses: { RESPONSE: 'Z' } });
    expect(checkResponses(item, {})).toMatchObject({ ok: true, responses: { RESPONSE: null } });
  });

  it.each([
    [{ RESPONSE: ['A'] }, 'wrong-type'],
    [{ RESPONSE: 'x'.repeat(20_001) }, 'too-long'],
    [{ OTHER: 'A' }, 'unknown-response'],
  ])('case %# is no such value', (response, reason) => {
    expect(checkResponses(item, response)).toMatchObject({ ok: false, errors: [{ reason }] });
  });
});

describe('an invalid response says why, shortly', () => {
  it.each<[AssessmentItem, unknown, string]>([
    [single, 'A', 'not-an-object'],
    [single, null, 'not-an-object'],
    [single, ['A'], 'not-an-object'],
    [single, { RESPONSE: 'A', OTHER: 'B' }, 'unknown-response'],
    [single, JSON.parse('{"RESPONSE":"A","__proto__":"B"}'), 'unknown-response'],
    [single, { RESPONSE: 'A', ['x'.repeat(100_000)]: 'B' }, 'unknown-response'],
    [single, { RESPONSE: 1 }, 'wrong-type'],
    [single, { RESPONSE: ['A'] }, 'wrong-type'],
    [single, { RESPONSE: { toString: 'A' } }, 'wrong-type'],
    [single, { RESPONSE: undefined }, 'wrong-type'],
    [single, { RESPONSE: 'a' }, 'unknown-choice'],
    [single, { RESPONSE: 'x'.repeat(100_000) }, 'unknown-choice'],
    [multiple, { RESPONSE: 'A' }, 'wrong-type'],
    [multiple, { RESPONSE: ['A', null] }, 'wrong-type'],
    [multiple, { RESPONSE: ['A', 'E'] }, 'unknown-choice'],
    [multiple, { RESPONSE: ['A', 'A'] }, 'repeated-choice'],
    [multiple, { RESPONSE: ['A', 'B', 'C', 'D'] }, 'too-many-choices'],
    [multiple, { RESPONSE: Array.from({ length: 100_000 }, () => 'A') }, 'wrong-type'],
  ])('case %#', (item, response, reason) => {
    const check = validateResponse(item, response);
    expect(check).toMatchObject({ ok: false, errors: [{ reason }] });
    expect(JSON.stringify(check).length).toBeLessThan(400);
  });
});
