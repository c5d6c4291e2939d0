import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaBetween, byKey, firstPlace, keptIn, middleKeptIn } from './place.ts';

const screen = { width: 1280, height: 800 };
const area = areaBetween(screen, [
  { top: 0, bottom: 52 },
  { top: 740, bottom: 800 },
]);
const size = { width: 300, height: 400 };

describe('where a tool stands', () => {
  it('is between the bars', () => {
    expect(area).toEqual({ top: 52, bottom: 740, left: 0, right: 1280 });
  });
  it('does not mind bars that are out of sight', () => {
    const bars = [
      { top: -60, bottom: -8 },
      { top: 0, bottom: 0 },
      { top: 900, bottom: 960 },
    ];
    expect(areaBetween(screen, bars)).toEqual({ top: 0, bottom: 800, left: 0, right: 1280 });
  });
  it('never covers a bar, wherever it is moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (x, y) => {
        const place = keptIn({ x, y }, size, area);
        expect(place.x).toBeGreaterThanOrEqual(area.left);
        expect(place.x + size.width).toBeLessThanOrEqual(area.right);
        expect(place.y).toBeGreaterThanOrEqual(area.top);
        expect(place.y + size.height).toBeLessThanOrEqual(area.bottom);
        expect(keptIn(place, size, area)).toEqual(place);
      }),
    );
  });
  it('is at the end of the line first, in both directions', () => {
    expect(firstPlace(size, area, 'ltr', 0)).toEqual({ x: 964, y: 68 });
    expect(firstPlace(size, area, 'rtl', 1)).toEqual({ x: 48, y: 100 });
  });
  it('is at the foot of a narrow window, where a text is not covered at its start', () => {
    const narrow = { ...area, right: 390 };
    expect(firstPlace(size, narrow, 'ltr', 0)).toEqual({ x: 45, y: 332 });
  });
  it('keeps the middle of a long ruler in sight, so that each of its ends can be', () => {
    const long = { width: 620, height: 120 };
    const narrow = { ...area, right: 390 };
    expect(middleKeptIn({ x: -900, y: 60 }, long, narrow)).toEqual({ x: -310, y: 60 });
    expect(middleKeptIn({ x: 900, y: 900 }, long, narrow)).toEqual({ x: 80, y: 620 });
  });
  it('moves by arrow keys, farther with Shift', () => {
    expect(byKey({ x: 100, y: 100 }, 'ArrowLeft', false)).toEqual({ x: 84, y: 100 });
    expect(byKey({ x: 100, y: 100 }, 'ArrowDown', true)).toEqual({ x: 100, y: 196 });
    expect(byKey({ x: 100, y: 100 }, 'a', false)).toBeUndefined();
  });
});
