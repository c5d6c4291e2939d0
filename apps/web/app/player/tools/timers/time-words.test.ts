import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeGone, timeLeft, warningBetween } from './time-words.ts';

describe('a timer', () => {
  it('shows minutes that are left for sure, and seconds in the last five', () => {
    expect(timeLeft(361_000)).toEqual({ unit: 'minutes', minutes: 6 });
    expect(timeLeft(359_000)).toEqual({ unit: 'minutes', minutes: 5 });
    expect(timeLeft(300_000)).toEqual({ unit: 'seconds', clock: '5:00' });
    expect(timeLeft(9_001)).toEqual({ unit: 'seconds', clock: '0:10' });
    expect(timeLeft(-5)).toEqual({ unit: 'seconds', clock: '0:00' });
  });
  it('that counts up shows seconds that are over, and hours', () => {
    expect(timeGone(59_999)).toEqual({ unit: 'seconds', clock: '0:59' });
    expect(timeGone(3_661_000)).toEqual({ unit: 'seconds', clock: '1:01:01' });
  });
  it('warns at five minutes and at one, once each, however seldom it looks', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 40, maxLength: 80 });
    fc.assert(
      fc.property(looks, (steps) => {
        const heard: number[] = [];
        let left = 600_000;
        for (const by of [...steps, left]) {
          const warning = warningBetween(left, left - by);
          if (warning !== undefined) heard.push(warning);
          left -= by;
        }
        expect(heard.at(-1)).toBe(1);
        expect(new Set(heard).size).toBe(heard.length);
      }),
    );
  });
  it('that starts late says only what is most urgent', () => {
    expect(warningBetween(600_000, 30_000)).toBe(1);
    expect(warningBetween(240_000, 200_000)).toBeUndefined();
  });
});
