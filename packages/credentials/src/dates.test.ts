import { expect, it } from 'vitest';
import { parseTimestamp } from './dates.ts';

it.each([
  ['2027-03-02T00:00:00Z', Date.UTC(2027, 2, 2)],
  ['2027-03-02T00:00:00.25Z', Date.UTC(2027, 2, 2, 0, 0, 0, 250)],
  ['2027-03-02T00:00:00-05:00', Date.UTC(2027, 2, 2, 5)],
  ['2028-02-29T23:59:59Z', Date.UTC(2028, 1, 29, 23, 59, 59)],
  ['2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
])('%s is read', (text, expected) => {
  expect(parseTimestamp(text)).toBe(expected);
});

it.each([
  '2027-03-02',
  '2027-03-02T00:00:00',
  '2027-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2027-04-31T00:00:00Z',
  '2027-13-01T00:00:00Z',
  '2027-03-02T24:00:00Z',
  '2027-03-02T00:00:60Z',
  '2027-03-02 00:00:00Z',
  '2027-03-02T00:00:00+15:00',
  '2027-03-02T00:00:00Z\n',
  '',
  1_800_000_000_000,
  null,
])('%s is no time with its zone', (text) => {
  expect(parseTimestamp(text)).toBeUndefined();
});
