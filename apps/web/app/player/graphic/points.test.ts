import type { PlainValue } from '@testamur/qti';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfPoint } from './geometry.ts';
import { pointsOf, withoutPoint, withPoint, withPointAt } from './points.ts';

const point = fc.record({ x: fc.nat(500), y: fc.nat(500) });

describe('setting points', () => {
  it('never sets more than may be set, nor one point twice', () => {
    fc.assert(
      fc.property(fc.array(point), fc.nat(4), (list, max) => {
        const limits = { cardinality: 'multiple', max };
        const value = list.reduce<PlainValue>((now, each) => withPoint(now, each, limits) ?? now, null);
        const set = pointsOf(value).map(textOfPoint);
        expect(new Set(set).size).toBe(set.length);
        if (max > 0) expect(set.length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('replaces the one that may be set, by its cardinality', () => {
    const [first, second] = [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ];
    const single = { cardinality: 'single', max: 1 };
    expect(withPoint(withPoint(null, first, single) ?? null, second, single)).toBe('3 4');
    const one = { cardinality: 'multiple', max: 1 };
    expect(withPoint(withPoint(null, first, one) ?? null, second, one)).toEqual(['3 4']);
  });

  it('moves and removes by place, and is NULL without points', () => {
    const limits = { cardinality: 'multiple', max: 0 };
    expect(withPointAt(['1 2', '3 4'], 1, { x: 9, y: 9 }, limits)).toEqual(['1 2', '9 9']);
    expect(withoutPoint(['1 2', '3 4'], 0, limits)).toEqual(['3 4']);
    expect(withoutPoint(['1 2'], 0, limits)).toBeNull();
  });

  it('says when no more may be set', () => {
    expect(withPoint(['1 2', '3 4'], { x: 5, y: 6 }, { cardinality: 'multiple', max: 2 })).toBeUndefined();
  });
});
