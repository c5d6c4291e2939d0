import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, lineOf, movedBy, movedTo, openingIn } from './opening.ts';

const area = { top: 50, bottom: 650, left: 0, right: 1000 };
const LINE = 30;

describe('the line reader', () => {
  it('keeps one to five lines open, between the bars', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 2000 }), fc.integer({ min: -3, max: 12 }), (top, lines) => {
        const opening = openingIn({ top, lines }, area, LINE);
        expect(opening.lines).toBeGreaterThanOrEqual(1);
        expect(opening.lines).toBeLessThanOrEqual(5);
        expect(opening.top).toBeGreaterThanOrEqual(area.top);
        expect(opening.top + heightOf(opening, LINE)).toBeLessThanOrEqual(area.bottom);
      }),
    );
  });
  it('moves by line, and the page moves when it stands at the edge', () => {
    expect(movedBy({ top: 80, lines: 2 }, 1, area, LINE)).toEqual({ opening: { top: 110, lines: 2 }, scroll: 0 });
    expect(movedBy({ top: 590, lines: 2 }, 1, area, LINE)).toEqual({ opening: { top: 590, lines: 2 }, scroll: 30 });
    expect(movedBy({ top: 50, lines: 2 }, -1, area, LINE).scroll).toBe(-30);
  });
  it('follows the focus, and stays where it shows it already', () => {
    const opening = { top: 200, lines: 2 };
    expect(movedTo(opening, { top: 210, bottom: 240 }, area, LINE)).toBe(opening);
    const after = movedTo(opening, { top: 400, bottom: 444 }, area, LINE);
    expect(after.top).toBeLessThanOrEqual(400);
    expect(after.top + 60).toBeGreaterThanOrEqual(444);
    expect(movedTo(opening, { top: 300, bottom: 500 }, area, LINE).top).toBe(300);
  });
  it('says which line is open', () => {
    expect(lineOf({ top: 50, lines: 1 }, area, LINE)).toEqual({ line: 1, lines: 20 });
    expect(lineOf({ top: 620, lines: 1 }, area, LINE)).toEqual({ line: 20, lines: 20 });
  });
});
