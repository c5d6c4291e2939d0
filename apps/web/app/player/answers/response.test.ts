import { isAnswered, type PlainValue } from '@testamur/qti';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isResponse, valuesOf, withValue } from './response.ts';

const one = { responseIdentifiers: ['RESPONSE'] };
const two = { responseIdentifiers: ['FIRST', 'SECOND'] };

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const value: fc.Arbitrary<PlainValue> = fc.oneof(fc.constant(null), scalar, fc.array(scalar, { maxLength: 4 }));

describe('the response to an item', () => {
  it('is the value itself where the item has one response variable, whatever kind of value that is', () => {
    for (const each of ['B', 12.5, false, 0, ['A B', 'C D'], { stringValue: '12', floatValue: 12 }]) {
      expect(withValue(one, undefined, 'RESPONSE', each)).toEqual(each);
      expect(valuesOf(one, each)).toEqual({ RESPONSE: each });
    }
  });
  it('is an object by identifier where there are several, and holds those that are answered', () => {
    const first = withValue(two, undefined, 'SECOND', 'x');
    expect(first).toEqual({ SECOND: 'x' });
    expect(withValue(two, first, 'FIRST', ['A'])).toEqual({ FIRST: ['A'], SECOND: 'x' });
    expect(withValue(two, { FIRST: 'a', SECOND: 'x' }, 'SECOND', null)).toEqual({ FIRST: 'a' });
  });
  it('is null once nothing is answered, so that a taken back answer is none', () => {
    expect(withValue(one, 'A', 'RESPONSE', null)).toBeNull();
    expect(withValue(one, 'A', 'RESPONSE', '')).toBeNull();
    expect(withValue(two, { FIRST: 'a' }, 'FIRST', [])).toBeNull();
  });
  it('takes nothing for a variable that the item does not have', () => {
    expect(withValue(one, 'A', 'OTHER', 'B')).toBeNull();
    expect(withValue(two, { FIRST: 'a' }, 'OTHER', 'B')).toEqual({ FIRST: 'a' });
  });
  it('is read as it was written, and does not depend on the order in which variables were answered', () => {
    fc.assert(
      fc.property(value, value, (first, second) => {
        const forth = withValue(two, withValue(two, undefined, 'FIRST', first), 'SECOND', second);
        const back = withValue(two, withValue(two, undefined, 'SECOND', second), 'FIRST', first);
        expect(JSON.stringify(forth)).toBe(JSON.stringify(back));
        const read = valuesOf(two, forth);
        for (const [identifier, given] of [
          ['FIRST', first],
          ['SECOND', second],
        ] as const) {
          expect(read[identifier] ?? null).toEqual(isAnswered(given) ? given : null);
        }
        expect(isAnswered(forth)).toBe(isAnswered(first) || isAnswered(second));
      }),
    );
  });
});

describe('JSON of a response', () => {
  it('is a value, a record, or values by identifier, and nothing deeper', () => {
    for (const json of [null, 'A', 2, true, ['A', 'B'], { stringValue: '2', floatValue: null }, { FIRST: ['A'] }]) {
      expect(isResponse(json)).toBe(true);
    }
    for (const json of [undefined, [['A']], { FIRST: { deep: { deeper: 1 } } }, { FIRST: [null] }]) {
      expect(isResponse(json)).toBe(false);
    }
  });
});
