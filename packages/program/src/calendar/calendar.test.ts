import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate, isInstant, toCalendarDate, toDayNumber } from './date.ts';
import { addMinutes, addPeriod, endOfDay, justAfter, latest, startOfDay } from './instant.ts';
import { approximateDays, parsePeriod } from './period.ts';

describe('dates', () => {
  it('agree with Date for every day of eight thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (day) => {
        const expected = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(toCalendarDate(day)).toBe(expected);
        expect(toDayNumber(expected)).toBe(day);
      }),
    );
  });

  it.each(['2028-02-29', '2000-02-29', '2027-12-31'])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true);
    expect(isInstant(`${date}T23:59:59.999Z`)).toBe(true);
  });

  it.each(['2027-02-29', '1900-02-29', '2027-04-31', '2027-13-01', '2027-1-1', '', '2027-01-01T'])(
    '%j does not',
    (date) => {
      expect(isCalendarDate(date)).toBe(false);
      expect(isInstant(`${date}T00:00:00.000Z`)).toBe(false);
    },
  );

  it.each(['2027-03-03T24:00:00.000Z', '2027-03-03T14:00:00Z', '2027-03-03T14:00:00.000+01:00', 7, null])(
    '%j is no instant of the ledger',
    (value) => expect(isInstant(value)).toBe(false),
  );
});

describe('periods', () => {
  it.each([
    ['2027-01-31T10:00:00.000Z', 'P1M', '2027-02-28T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 'P1Y', '2029-02-28T10:00:00.000Z'],
    ['2027-12-15T10:00:00.000Z', 'P2M', '2028-02-15T10:00:00.000Z'],
    ['2027-02-27T10:00:00.000Z', 'P2D', '2027-03-01T10:00:00.000Z'],
    ['2027-01-01T10:00:00.000Z', 'P2W', '2027-01-15T10:00:00.000Z'],
    ['9999-06-01T10:00:00.000Z', 'P36M', '9999-12-31T10:00:00.000Z'],
  ])('%s and %s make %s', (from, period, to) => expect(addPeriod(from, period)).toBe(to));

  it('count back as well', () => {
    expect(addPeriod('2030-03-02T23:59:59.999Z', 'P6M', -1)).toBe('2029-09-02T23:59:59.999Z');
    expect(addPeriod('2030-03-02T23:59:59.999Z', 'P90D', -1)).toBe('2029-12-02T23:59:59.999Z');
    expect(addPeriod('2027-03-31T00:00:00.000Z', 'P1M', -1)).toBe('2027-02-28T00:00:00.000Z');
  });

  it('compare by their average length', () => {
    expect(approximateDays('P12M')).toBe(approximateDays('P1Y'));
    expect(approximateDays('P5W')).toBeGreaterThan(approximateDays('P1M'));
  });

  it.each(['', 'P', 'P1', 'PT1H', 'P1Y6M', 'P-1D', '30'])('%j is none', (text) =>
    expect(() => parsePeriod(text)).toThrow(RangeError),
  );
});

describe('instants', () => {
  it('have a day that begins and ends, and a next one', () => {
    expect(startOfDay('2027-03-03T14:00:00.000Z')).toBe('2027-03-03T00:00:00.000Z');
    expect(endOfDay('2027-03-03T14:00:00.000Z')).toBe('2027-03-03T23:59:59.999Z');
    expect(justAfter('2027-12-31T23:59:59.999Z')).toBe('2028-01-01T00:00:00.000Z');
    expect(justAfter('9999-12-31T23:59:59.999Z')).toBe('9999-12-31T23:59:59.999Z');
    expect(addMinutes('2027-03-03T23:30:00.000Z', 180)).toBe('2027-03-04T02:30:00.000Z');
    expect(addMinutes('9999-12-31T23:30:00.000Z', 180)).toBe('9999-12-31T23:59:59.999Z');
    expect(latest(undefined, '2027-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe('2027-01-01T00:00:00.000Z');
    expect(latest()).toBeUndefined();
  });
});
