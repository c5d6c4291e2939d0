import { expect, test } from 'vitest';
import { durationText } from './duration.ts';
import { timeText } from './letter.ts';

test('a duration is written in hours and minutes', () => {
  expect([45, 60, 90, 120, 187.5, 0].map(durationText)).toEqual([
    '45 min',
    '1 h',
    '1 h 30 min',
    '2 h',
    '3 h 7.5 min',
    '0 min',
  ]);
});

test('extra time is shown with the standard time that it comes from', () => {
  expect(timeText({ minutes: 120, timeMultiplier: 1 })).toBe('2 h');
  expect(timeText({ minutes: 120, timeMultiplier: 1.5 })).toBe('3 h (120 min × 1.5)');
});
