import { describe, expect, it } from 'vitest';
import { askedOf, evaluate, type Known } from './rule.ts';

const states: Readonly<Record<string, Known>> = {
  early: { state: 'met', since: '2027-01-01T00:00:00.000Z' },
  late: { state: 'met', since: '2027-06-01T00:00:00.000Z' },
  open: { state: 'open' },
  lost: { state: 'not-met' },
};
const know = (id: string): Known => states[id] ?? { state: 'open' };

describe('a rule', () => {
  it('of all is met since the last part, lost with the first, and open else', () => {
    expect(evaluate({ all: ['late', 'early'] }, know)).toEqual(states.late);
    expect(evaluate({ all: ['early', 'open'] }, know)).toEqual({ state: 'open' });
    expect(evaluate({ all: ['early', 'open', 'lost'] }, know)).toEqual({ state: 'not-met' });
  });

  it('of any is met since the first part, lost with the last, and open else', () => {
    expect(evaluate({ any: ['late', 'early', 'lost'] }, know)).toEqual(states.early);
    expect(evaluate({ any: ['lost', 'open'] }, know)).toEqual({ state: 'open' });
    expect(evaluate({ any: ['lost', 'lost'] }, know)).toEqual({ state: 'not-met' });
  });

  it('nests', () => {
    expect(evaluate({ all: ['early', { any: ['lost', 'late'] }] }, know)).toEqual(states.late);
    expect(evaluate({ any: [{ all: ['early', 'lost'] }, 'open'] }, know)).toEqual({ state: 'open' });
  });
});

describe('what a rule still asks for', () => {
  const know =
    (states: Readonly<Record<string, Known['state']>>) =>
    (id: string): Known => {
      const state = states[id] ?? 'open';
      return state === 'met' ? { state, since: '2027-01-01' } : { state };
    };
  const ways = { any: ['a', { all: ['b', 'c'] }] };
  const nothing = (): boolean => false;

  it('is every way that is open, and the one that would do as soon as it is stated', () => {
    expect(askedOf(ways, know({}), nothing)).toEqual(['a', 'b', 'c']);
    expect(askedOf(ways, know({}), (id) => id === 'a')).toEqual(['a']);
    expect(askedOf(ways, know({}), (id) => id === 'b')).toEqual(['a', 'b', 'c']);
  });

  it('is the way that is met, even when others would do as well', () => {
    expect(askedOf(ways, know({ a: 'met' }), () => true)).toEqual(['a']);
    expect(askedOf({ atLeast: 2, of: ['a', 'b', 'c'] }, know({ a: 'met' }), () => true)).toEqual(['a', 'b', 'c']);
  });

  it('is no way that is refused, and no part that is not there', () => {
    expect(askedOf(ways, know({ a: 'not-met' }), nothing)).toEqual(['b', 'c']);
    expect(askedOf({ all: ['a', ways] }, know({ a: 'absent' }), nothing)).toEqual(['b', 'c']);
  });
});
