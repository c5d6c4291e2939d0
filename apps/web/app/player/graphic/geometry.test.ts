import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, centerOf, inside, pointOf, textOfPoint } from './geometry.ts';

const size = { width: 600, height: 400 };
const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) });

describe('areas of a picture', () => {
  it('have the box that their coordinates say, whatever the shape', () => {
    expect(boundsOf({ shape: 'rect', coords: [10, 20, 110, 70] }, size)).toEqual({
      x: 10,
      y: 20,
      width: 100,
      height: 50,
    });
    expect(boundsOf({ shape: 'circle', coords: [100, 100, 30] }, size)).toEqual({
      x: 70,
      y: 70,
      width: 60,
      height: 60,
    });
    expect(boundsOf({ shape: 'ellipse', coords: [100, 100, 30, 10] }, size)).toEqual({
      x: 70,
      y: 90,
      width: 60,
      height: 20,
    });
    expect(boundsOf({ shape: 'poly', coords: [0, 0, 50, 10, 20, 90] }, size)).toEqual({
      x: 0,
      y: 0,
      width: 50,
      height: 90,
    });
    expect(centerOf({ shape: 'default', coords: [] }, size)).toEqual({ x: 300, y: 200 });
  });
});

describe('points', () => {
  it('are text and back', () => {
    fc.assert(
      fc.property(point, (each) => {
        expect(pointOf(textOfPoint(each))).toEqual(each);
      }),
    );
    expect([pointOf('1'), pointOf('1 2 3'), pointOf('1.5 2'), pointOf('a b')]).toEqual(Array(4).fill(undefined));
  });

  it('stay on the picture', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (x, y) => {
        const kept = inside({ x, y }, size);
        expect(kept.x >= 0 && kept.x <= size.width && kept.y >= 0 && kept.y <= size.height).toBe(true);
        expect(inside(kept, size)).toEqual(kept);
      }),
    );
  });
});
