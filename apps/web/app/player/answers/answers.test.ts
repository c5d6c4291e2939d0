import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asValue, isExclusive, membersOf, toggle } from './choose.ts';
import { arranged, moveTo, orderedValue, placeAt } from './order.ts';

const names = ['A', 'B', 'C', 'D', 'E'];
const presses = fc.array(fc.constantFrom(...names), { maxLength: 30 });

describe('choosing', () => {
  it('of one takes the new one, as a word where the response is single and as a list where it is not', () => {
    expect(toggle('A', 'B', { cardinality: 'single', max: 1, order: names })).toEqual({ ok: true, value: 'B' });
    expect(toggle(['A'], 'B', { cardinality: 'multiple', max: 1, order: names })).toEqual({ ok: true, value: ['B'] });
  });

  it('of several adds, takes back, and is NULL when nothing is left', () => {
    const several = { cardinality: 'multiple', max: 0, order: names };
    expect(toggle(['C'], 'A', several)).toEqual({ ok: true, value: ['A', 'C'] });
    expect(toggle(['C'], 'C', several)).toEqual({ ok: true, value: null });
  });

  it('stops at the limit and says which', () => {
    const two = { cardinality: 'multiple', max: 2, order: names };
    expect(toggle(['A', 'B'], 'C', two)).toEqual({ ok: false, reason: 'most', most: 2 });
    expect(toggle(['A', 'B'], 'B', two)).toEqual({ ok: true, value: ['A'] });
  });

  it('never exceeds the limit, repeats a choice, or leaves the order shown', () => {
    fc.assert(
      fc.property(presses, fc.integer({ min: 0, max: 5 }), (pressed, max) => {
        const choosing = { cardinality: 'multiple', max, order: names };
        const value = pressed.reduce<ReturnType<typeof asValue>>((before, each) => {
          const change = toggle(before, each, choosing);
          return change.ok ? change.value : before;
        }, null);
        const chosen = membersOf(value);
        expect(chosen).toEqual(names.filter((each) => chosen.includes(each)));
        if (max > 0) expect(chosen.length).toBeLessThanOrEqual(max);
        if (chosen.length === 0) expect(value).toBeNull();
      }),
    );
  });

  it('twice the same is as before, where several may be chosen', () => {
    fc.assert(
      fc.property(fc.subarray(names), fc.constantFrom(...names), (before, pressed) => {
        const choosing = { cardinality: 'multiple', max: 0, order: names };
        const once = toggle(asValue(before, 'multiple'), pressed, choosing);
        if (!once.ok) throw new Error('there is no limit');
        expect(toggle(once.value, pressed, choosing)).toEqual({ ok: true, value: asValue(before, 'multiple') });
      }),
    );
  });

  it('is exclusive by the response or by the limit', () => {
    expect(isExclusive({ cardinality: 'single', max: 0 })).toBe(true);
    expect(isExclusive({ cardinality: 'multiple', max: 1 })).toBe(true);
    expect(isExclusive({ cardinality: 'multiple', max: 0 })).toBe(false);
  });
});

describe('ordering', () => {
  it('moves one and keeps the others in their order', () => {
    expect(moveTo(names, 'A', 2)).toEqual(['B', 'C', 'A', 'D', 'E']);
    expect(moveTo(names, 'E', 0)).toEqual(['E', 'A', 'B', 'C', 'D']);
    expect(moveTo(names, 'Z', 0)).toEqual(names);
  });

  it('keeps every choice once, whatever is moved where', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: -9, max: 9 })), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (all) => {
        const list = all.reduce<readonly string[]>((before, [who, place]) => moveTo(before, who, place), names);
        expect(list.toSorted()).toEqual(names);
        const [last] = all.slice(-1);
        if (last) expect(list.indexOf(last[0])).toBe(Math.max(0, Math.min(names.length - 1, last[1])));
      }),
    );
  });

  it('begins as presented, and adds what an answer does not name', () => {
    expect(arranged(null, names)).toEqual(names);
    expect(arranged(['C', 'A', 'C', 'Z'], names)).toEqual(['C', 'A', 'B', 'D', 'E']);
  });

  it('of some of the choices puts one in at a place, or moves it there', () => {
    expect(placeAt(['A', 'B'], 'C', 1)).toEqual(['A', 'C', 'B']);
    expect(placeAt(['A', 'B', 'C'], 'A', 9)).toEqual(['B', 'C', 'A']);
    expect(orderedValue([])).toBeNull();
  });
});
