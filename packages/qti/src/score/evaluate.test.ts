import { describe, expect, it } from 'vitest';
import type { OutcomeValue, ResponseDeclaration } from '../model/item.ts';
import type { Expression } from '../model/processing.ts';
import { evaluate } from './evaluate.ts';

const declaration: ResponseDeclaration = {
  identifier: 'R',
  cardinality: 'multiple',
  baseType: 'string',
  correct: ['a', 'a', 'b'],
  mapping: { defaultValue: 0.5, lowerBound: null, upperBound: null, entries: [{ key: 'a', value: 2 }] },
};
const R: Expression = { op: 'variable', identifier: 'R' };
const KEY: Expression = { op: 'correct', identifier: 'R' };

/** The value of an expression in an item session in which R has the value. */
function evaluated(expression: Expression, value: OutcomeValue): OutcomeValue {
  return evaluate(expression, { declarations: new Map([['R', declaration]]), variables: new Map([['R', value]]) });
}

describe('containers with values that repeat', () => {
  it('match when each value is as often in one as in the other', () => {
    const match: Expression = { op: 'match', cardinality: 'multiple', of: [R, KEY] };
    expect(evaluated(match, ['b', 'a', 'a'])).toBe(true);
    expect(evaluated(match, ['b', 'b', 'a'])).toBe(false);
    expect(evaluated(match, ['a', 'b'])).toBe(false);
  });

  it('match in order when they are ordered', () => {
    const match: Expression = { op: 'match', cardinality: 'ordered', of: [R, KEY] };
    expect(evaluated(match, ['a', 'a', 'b'])).toBe(true);
    expect(evaluated(match, ['b', 'a', 'a'])).toBe(false);
  });

  it('are mapped once for each distinct value', () => {
    expect(evaluated({ op: 'map-response', identifier: 'R' }, ['a', 'a', 'c', 'c'])).toBe(2.5);
  });
});

describe('NULL', () => {
  it.each<[OutcomeValue, boolean]>([
    [null, true],
    [[], true],
    ['', true],
    [0, false],
    [false, false],
    ['x', false],
  ])('%j is NULL: %j', (value, expected) => {
    expect(evaluated({ op: 'is-null', of: R }, value)).toBe(expected);
  });

  it('in a sum makes the sum NULL', () => {
    const one: Expression = { op: 'base-value', baseType: 'integer', value: 1 };
    expect(evaluated({ op: 'sum', of: [one, R] }, null)).toBeNull();
    expect(evaluated({ op: 'sum', of: [one, R] }, 2.5)).toBe(3.5);
  });

  it('is no member and has no members', () => {
    const a: Expression = { op: 'base-value', baseType: 'string', value: 'a' };
    expect(evaluated({ op: 'member', of: [a, R] }, null)).toBeNull();
    expect(evaluated({ op: 'member', of: [R, KEY] }, null)).toBeNull();
    expect(evaluated({ op: 'member', of: [a, KEY] }, null)).toBe(true);
  });
});
