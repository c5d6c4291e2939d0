import { describe, expect, it } from 'vitest';
import { formatDate, formatDistance, formatDuration, formatInstant } from './format-time.ts';

const at = '2027-03-12T19:30:00Z';
const newYork = { locale: 'en', zone: 'America/New_York' } as const;

describe('times', () => {
  it('name their zone', () => {
    expect(formatInstant(at, { ...newYork, show: 'day-and-time' })).toBe('March 12, 2027, 2:30 PM EST');
    expect(formatInstant(at, { ...newYork, zone: 'UTC', show: 'time' })).toBe('7:30 PM UTC');
    expect(formatInstant('2027-06-12T18:30:00Z', { ...newYork, show: 'day-and-time' })).toBe(
      'June 12, 2027, 2:30 PM EDT',
    );
  });

  it('of a day stand in the zone of the reader', () => {
    expect(formatInstant('2027-03-13T03:00:00Z', { ...newYork, show: 'day' })).toBe('March 12, 2027');
    expect(formatDate('2027-03-12', 'en')).toBe('March 12, 2027');
  });

  it('are also said as a distance', () => {
    expect(formatDistance(at, '2027-02-28T19:30:00Z', 'en')).toBe('in 12 days');
    expect(formatDistance(at, '2027-03-13T19:30:00Z', 'en')).toBe('yesterday');
    expect(formatDistance(at, '2027-03-12T17:30:00Z', 'en')).toBe('in 2 hours');
    expect(formatDistance(at, '2026-10-12T19:30:00Z', 'en')).toBe('in 5 months');
  });

  it('that are none are refused', () => expect(() => formatDate('2027-13-01', 'en')).toThrow(RangeError));
});

describe('durations', () => {
  it('read as hours and minutes', () => {
    expect(formatDuration(90, 'en')).toBe('1 h 30 min');
    expect(formatDuration(45, 'en')).toBe('45 min');
    expect(formatDuration(120, 'en')).toBe('2 h');
  });
});
