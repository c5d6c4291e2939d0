import { expect, test } from 'vitest';
import { retryAt } from './retry.ts';

const now = new Date('2027-03-01T09:00:00.000Z');
const minutesUntil = (failures: number) => (retryAt(now, failures).getTime() - now.getTime()) / 60_000;

test('each failure in a row doubles the wait, from a minute on to a day at most', () => {
  expect([1, 2, 3, 4, 11].map(minutesUntil)).toEqual([1, 2, 4, 8, 1024]);
  expect([12, 13, 60, 5000].map(minutesUntil)).toEqual([1440, 1440, 1440, 1440]);
});
