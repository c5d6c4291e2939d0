import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remainingMs, serverTime, setClock, timeShown, warningBetween } from './clock.ts';

const start = Date.parse('2027-04-12T14:00:00.000Z');
const at = (ms: number) => new Date(start + ms).toISOString();
const reading = (serverMs: number, endsMs = 7_200_000) => ({ serverNow: at(serverMs), endsAt: at(endsMs) });

describe('the clock of the exam', () => {
  it('reckons from the server alone: the clock of the device has no part in it', () => {
    const clock = setClock(undefined, reading(0), 50_000, 50_100);
    expect(remainingMs(clock, 50_050)).toBe(7_200_000);
    expect(remainingMs(clock, 50_050 + 600_000)).toBe(6_600_000);
    expect(remainingMs(clock, 50_050 + 9_000_000)).toBe(0);
  });

  it('keeps the better known time when a slow answer agrees with it', () => {
    const good = setClock(undefined, reading(0), 1000, 1020);
    const slow = setClock(good, reading(4_000, 8_000_000), 2_000, 9_000);
    expect(slow).toMatchObject({ serverMs: good.serverMs, atMs: good.atMs, errorMs: 10 });
    expect(slow.endsAtMs).toBe(start + 8_000_000);
  });

  it('follows the server when an answer contradicts it: the device slept', () => {
    const good = setClock(undefined, reading(0), 1000, 1020);
    const woken = setClock(good, reading(1_800_000), 5_000, 6_000);
    expect(serverTime(woken, 5_500)).toBe(start + 1_800_000);
  });

  it('is never further off than half of the fastest way there and back', () => {
    const trip = fc.record({ pause: fc.nat(60_000), out: fc.nat(5_000), back: fc.nat(5_000) });
    fc.assert(
      fc.property(fc.array(trip, { minLength: 1, maxLength: 20 }), (trips) => {
        let now = 0;
        let clock: ReturnType<typeof setClock> | undefined;
        let fastest = Number.POSITIVE_INFINITY;
        for (const { pause, out, back } of trips) {
          const asked = now + pause;
          now = asked + out + back;
          fastest = Math.min(fastest, out + back);
          clock = setClock(clock, reading(asked + out), asked, now);
          // A tenth of a millisecond for the stamps, which are whole ones.
          expect(Math.abs(serverTime(clock, now) - (start + now))).toBeLessThanOrEqual(fastest / 2 + 0.1);
        }
      }),
    );
  });
});

describe('the time that is shown', () => {
  it('is whole minutes that are left for sure, and minutes and seconds in the last five', () => {
    expect(timeShown(83 * 60_000 + 59_999)).toEqual({ unit: 'minutes', minutes: 83 });
    expect(timeShown(300_001)).toEqual({ unit: 'minutes', minutes: 5 });
    expect(timeShown(300_000)).toEqual({ unit: 'seconds', minutes: 5, seconds: 0 });
    expect(timeShown(61_000)).toEqual({ unit: 'seconds', minutes: 1, seconds: 1 });
    expect(timeShown(1)).toEqual({ unit: 'seconds', minutes: 0, seconds: 1 });
    expect(timeShown(0)).toEqual({ unit: 'seconds', minutes: 0, seconds: 0 });
  });
});

describe('warnings', () => {
  const minutes = (count: number) => count * 60_000;
  it('come once, when 20, 5 and 1 minutes are reached', () => {
    expect(warningBetween(minutes(20) + 1, minutes(20))).toBe(20);
    expect(warningBetween(minutes(20), minutes(20) - 1)).toBeUndefined();
    expect(warningBetween(minutes(6), minutes(5) - 500)).toBe(5);
    expect(warningBetween(minutes(30), minutes(0.5))).toBe(1);
    expect(warningBetween(minutes(30), minutes(25))).toBeUndefined();
  });
});
