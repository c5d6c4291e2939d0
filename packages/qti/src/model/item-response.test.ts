import { describe, expect, test } from 'vitest';
import { isAnswered, itemResponseOf, responsesOf } from './item-response.ts';

describe('what is sent for an item', () => {
  test('is the value of its one response variable, whatever the value looks like', () => {
    expect(responsesOf(['RESPONSE'], 'A')).toEqual({ RESPONSE: 'A' });
    expect(responsesOf(['RESPONSE'], ['A B', 'C D'])).toEqual({ RESPONSE: ['A B', 'C D'] });
    expect(responsesOf(['RESPONSE'], { numerator: 1 })).toEqual({ RESPONSE: { numerator: 1 } });
    expect(responsesOf(['RESPONSE'], null)).toEqual({ RESPONSE: null });
  });

  test('is an object by identifier where it has several; those left out are not answered', () => {
    expect(responsesOf(['R1', 'R2'], { R2: 'x' })).toEqual({ R1: null, R2: 'x' });
    expect(responsesOf(['R1', 'R2'], null)).toEqual({ R1: null, R2: null });
    // A name that is not declared goes on to the check that refuses it.
    expect(responsesOf(['R1', 'R2'], { R3: 'x' })).toEqual({ R1: null, R2: null, R3: 'x' });
  });

  test('goes both ways', () => {
    expect(itemResponseOf(['RESPONSE'], { RESPONSE: ['A'] })).toEqual(['A']);
    expect(itemResponseOf(['RESPONSE'], {})).toBeNull();
    expect(itemResponseOf(['R1', 'R2'], { R1: 'x', R2: null })).toEqual({ R1: 'x', R2: null });
  });

  test('counts as answered once one variable has a value', () => {
    for (const nothing of [null, '', [], {}, { R1: null, R2: [] }]) expect(isAnswered(nothing)).toBe(false);
    for (const something of ['A', 0, false, ['A'], { R1: null, R2: 'x' }]) expect(isAnswered(something)).toBe(true);
  });
});
