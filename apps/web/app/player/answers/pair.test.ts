import type { PlainValue } from '@testamur/qti';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pairable, pair, pairsOf, samePair, unpair, usesOf } from './pair.ts';

const choice = (identifier: string, matchMax = 1, matchGroup: string[] = []): Pairable => ({
  identifier,
  matchMax,
  matchGroup,
});
const [a, b, c, d] = [choice('A'), choice('B'), choice('C', 2), choice('D', 0)] as const;
const directed = { cardinality: 'multiple', directed: true, max: 0 };
const either = { ...directed, directed: false };

describe('pairs', () => {
  it('are read from "A B"; what is no pair is passed over', () => {
    expect(pairsOf(['A B', 'C', '', 'A B C'])).toEqual([{ from: 'A', to: 'B' }]);
    expect(pairsOf(null)).toEqual([]);
  });

  it('are added once, in either direction where it says nothing', () => {
    expect(pair(null, a, b, either)).toEqual({ ok: true, value: ['A B'] });
    expect(pair(['A B'], b, a, either)).toEqual({ ok: true, value: ['A B'] });
    expect(pair(['C D'], d, c, directed)).toEqual({ ok: true, value: ['C D', 'D C'] });
  });

  it('keep to what a choice may be used for', () => {
    expect(pair(['A B'], a, c, directed)).toEqual({
      ok: false,
      obstacle: { reason: 'used', identifier: 'A', most: 1 },
    });
    expect(pair(['A C'], b, c, directed)).toEqual({ ok: true, value: ['A C', 'B C'] });
    expect(pair(['A D', 'B D'], c, d, directed)).toEqual({ ok: true, value: ['A D', 'B D', 'C D'] });
    expect(pair(null, a, a, either)).toEqual({ ok: false, obstacle: { reason: 'used', identifier: 'A', most: 1 } });
    expect(pair(null, c, c, either)).toEqual({ ok: true, value: ['C C'] });
  });

  it('keep to the match groups of either side', () => {
    const picky = choice('P', 0, ['A']);
    expect(pair(null, picky, b, directed)).toEqual({ ok: false, obstacle: { reason: 'group' } });
    expect(pair(null, b, picky, directed)).toEqual({ ok: false, obstacle: { reason: 'group' } });
    expect(pair(null, picky, a, directed)).toEqual({ ok: true, value: ['P A'] });
  });

  it('stop at the number of associations; where that is one, the new pair takes the place of the old', () => {
    const two = { ...directed, max: 2 };
    expect(pair(['A C', 'B C'], d, d, two)).toEqual({ ok: false, obstacle: { reason: 'most', most: 2 } });
    expect(pair(['A B'], a, c, { ...directed, max: 1 })).toEqual({ ok: true, value: ['A C'] });
    expect(pair('A B', a, c, { cardinality: 'single', directed: true, max: 0 })).toEqual({ ok: true, value: 'A C' });
  });

  it('take the place of the pair that is overwritten', () => {
    expect(pair(['A C', 'B C'], d, c, directed, { from: 'A', to: 'C' })).toEqual({ ok: true, value: ['B C', 'D C'] });
  });

  it('are taken apart again, NULL when none is left', () => {
    expect(unpair(['A B', 'C D'], { from: 'B', to: 'A' }, either)).toEqual(['C D']);
    expect(unpair(['A B'], { from: 'B', to: 'A' }, directed)).toEqual(['A B']);
    expect(unpair('A B', { from: 'A', to: 'B' }, { ...directed, cardinality: 'single' })).toBeNull();
  });

  it('never break a limit, whatever is paired and taken apart', () => {
    const all = [a, b, c, d];
    const step = fc.tuple(fc.boolean(), fc.constantFrom(...all), fc.constantFrom(...all));
    const acts = fc.array(step, { maxLength: 40 });
    fc.assert(
      fc.property(acts, fc.integer({ min: 0, max: 4 }), fc.boolean(), (steps, max, isDirected) => {
        const pairing = { cardinality: 'multiple', directed: isDirected, max };
        let value: PlainValue = null;
        for (const [adds, from, to] of steps) {
          if (!adds) value = unpair(value, { from: from.identifier, to: to.identifier }, pairing);
          else {
            const change = pair(value, from, to, pairing);
            if (change.ok) value = change.value;
          }
        }
        const pairs = pairsOf(value);
        if (max > 0) expect(pairs.length).toBeLessThanOrEqual(max);
        for (const each of all) {
          if (each.matchMax > 0) expect(usesOf(pairs, each.identifier)).toBeLessThanOrEqual(each.matchMax);
        }
        const twice = pairs.some((one, at) => pairs.slice(at + 1).some((other) => samePair(one, other, isDirected)));
        expect(twice).toBe(false);
      }),
    );
  });
});
