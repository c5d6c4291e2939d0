import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, centerOf, inside, joinOf, markOf, pointOf, textOfPoint } from './geometry.ts';

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

describe('marks and lines on a picture', () => {
  const left = { shape: 'rect', coords: [0, 0, 100, 100] } as const;
  const right = { shape: 'rect', coords: [200, 0, 300, 100] } as const;

  it('put the mark of an area at its upper right, on the shape itself', () => {
    expect(markOf(right, size)).toEqual({ x: 300, y: 0 });
    expect(markOf({ shape: 'poly', coords: [0, 0, 50, 10, 20, 90] }, size)).toEqual({ x: 50, y: 10 });
    const { x, y } = markOf({ shape: 'circle', coords: [100, 100, 30] }, size);
    expect(Math.hypot(x - 100, y - 100)).toBeCloseTo(30);
    expect(x > 100 && y < 100).toBe(true);
  });

  it('draw the line between two areas from inside the one to inside the other, short of both middles', () => {
    const [start, end] = joinOf(left, right, size);
    expect(start.x).toBeGreaterThan(60);
    expect(start.x).toBeLessThan(100);
    expect(end.x).toBeGreaterThan(200);
    expect(end.x).toBeLessThan(240);
  });

  it('draw a line also where two areas touch or lie on each other', () => {
    const beside = { shape: 'rect', coords: [100, 0, 200, 100] } as const;
    const within = { shape: 'rect', coords: [20, 20, 60, 60] } as const;
    for (const other of [beside, within]) {
      const [start, end] = joinOf(left, other, size);
      expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeGreaterThan(1);
    }
  });
});
