import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protractorTicks, pxPer, ruleTicks, turnedBy, turnOfKey, unitsOf } from './measure.ts';

describe('the ruler', () => {
  it('has a tick a millimeter and a number a centimeter', () => {
    const ticks = ruleTicks('centimeters', 10.5 * pxPer.centimeters);
    expect(ticks).toHaveLength(106);
    expect(ticks.filter(({ label }) => label !== null).map(({ label }) => label)).toEqual(
      Array.from({ length: 11 }, (_none, at) => String(at)),
    );
    expect(ticks[10]?.at).toBeCloseTo(pxPer.centimeters, 9);
  });
  it('has eighths of an inch', () => {
    expect(ruleTicks('inches', 96)).toHaveLength(9);
    expect(ruleTicks('inches', 96).at(-1)).toEqual({ at: 96, height: 1, label: '1' });
  });
  it('has the units that the item names, and both where it names none', () => {
    const rule = (...places: string[]) =>
      ({ kind: 'rule', description: null, units: Object.fromEntries(places.map((place) => [place, '1'])) }) as const;
    expect(unitsOf([rule('rule-system-si/minimum-length')])).toEqual(['centimeters']);
    expect(unitsOf([rule('rule-system-us/minimum-length')])).toEqual(['inches']);
    expect(unitsOf([rule()])).toEqual(['centimeters', 'inches']);
    expect(unitsOf([])).toEqual(['centimeters', 'inches']);
  });
});

describe('the protractor', () => {
  it('has every degree of half a circle', () => {
    expect(protractorTicks).toHaveLength(181);
    expect(protractorTicks[90]).toEqual({ at: 90, height: 1, label: '90' });
  });
});

describe('turning', () => {
  it('stays within a circle and can be taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: -999, max: 999 }), (angle, by) => {
        const turned = turnedBy(angle, by);
        expect(turned).toBeGreaterThanOrEqual(0);
        expect(turned).toBeLessThan(360);
        expect(turnedBy(turned, -by)).toBe(angle);
      }),
    );
  });
  it('goes by one degree, with Shift by fifteen', () => {
    expect(turnOfKey('.', false)).toBe(1);
    expect(turnOfKey('>', true)).toBe(15);
    expect(turnOfKey(',', false)).toBe(-1);
    expect(turnOfKey('ArrowLeft', false)).toBeUndefined();
  });
});
