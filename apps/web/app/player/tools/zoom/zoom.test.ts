import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepMiddle, panned, wayOfKey, zoomLevels } from './zoom.ts';

const view = { width: 600, height: 400 };

describe('the magnifier', () => {
  it('keeps what is in the middle there when the size changes', () => {
    const level = fc.constantFrom(...zoomLevels);
    fc.assert(
      fc.property(level, level, fc.nat(2000), fc.nat(2000), (from, to, left, top) => {
        const after = keepMiddle({ left, top }, view, from, to);
        if (after.left > 0) expect((after.left + 300) / to).toBeCloseTo((left + 300) / from, 6);
        if (after.top > 0) expect((after.top + 200) / to).toBeCloseTo((top + 200) / from, 6);
      }),
    );
  });
  it('does not scroll before the start, nor the wrong way from right to left', () => {
    expect(keepMiddle({ left: 0, top: 0 }, view, 400, 100)).toEqual({ left: 0, top: 0 });
    expect(keepMiddle({ left: -100, top: 0 }, view, 100, 200, true).left).toBe(-500);
  });
  it('moves by a fifth of what is seen', () => {
    expect(panned(view, 'right')).toEqual({ left: 120, top: 0 });
    expect(panned(view, 'up')).toEqual({ left: 0, top: -80 });
    expect(wayOfKey('ArrowDown')).toBe('down');
    expect(wayOfKey('Enter')).toBeUndefined();
  });
});
