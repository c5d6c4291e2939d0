import { expect, test } from 'vitest';
import { readInstant } from './read-instant.ts';

test.each([
  ['2027-03-31', '2027-03-31T23:59:59.999Z'],
  ['2028-02-29', '2028-02-29T23:59:59.999Z'],
  ['2027-03-31T12:00Z', '2027-03-31T12:00:00.000Z'],
  ['2027-03-31T12:00:01.5Z', '2027-03-31T12:00:01.500Z'],
  ['2027-03-31T23:30:00-05:00', '2027-04-01T04:30:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(readInstant(text, '--at')).toBe(instant);
});

test.each([
  '',
  'tomorrow',
  '2027',
  '2027-02-30',
  '2027-02-29',
  '2027-13-01',
  '31.3.2027',
  '2027-03-31T12:00',
  '2027-03-31T25:00Z',
])('"%s" is refused, and the message shows how to write it', (text) => {
  expect(() => readInstant(text, '--at')).toThrow(/--at is ".*"; give a date such as 2027-03-31/);
});
