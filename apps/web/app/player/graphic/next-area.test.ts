import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point, textOfPoint } from './geometry.ts';
import { nextInDirection } from './next-area.ts';

const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) });

describe('arrow keys', () => {
  it('lead to the nearest in their direction', () => {
    const points: Point[] = [
      { x: 10, y: 10 },
      { x: 100, y: 12 },
      { x: 12, y: 100 },
      { x: 300, y: 10 },
    ];
    expect(nextInDirection(points, 0, 'ArrowRight')).toBe(1);
    expect(nextInDirection(points, 0, 'ArrowDown')).toBe(2);
    expect(nextInDirection(points, 1, 'ArrowLeft')).toBe(0);
  });

  it('always lead to a point, and from any point to any other in the end', () => {
    const points = fc.uniqueArray(point, { minLength: 1, maxLength: 8, selector: textOfPoint });
    const twisted = [
      [0, 0],
      [51, 108],
      [20, 43],
      [1, 0],
      [0, 83],
    ].map(([x = 0, y = 0]) => ({ x, y }));
    fc.assert(
      fc.property(points, fc.nat(), (list, start) => {
        const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
        const reached = new Set([start % list.length]);
        for (const at of reached) for (const key of keys) reached.add(nextInDirection(list, at, key));
        expect([...reached].toSorted((a, b) => a - b)).toEqual(list.map((_, at) => at));
      }),
      { examples: [[twisted, 0]] },
    );
  });

  it('begin at the first where nothing is there yet', () => {
    expect(nextInDirection([{ x: 1, y: 1 }], -1, 'ArrowUp')).toBe(0);
    expect(nextInDirection([], 0, 'ArrowUp')).toBe(-1);
  });
});
