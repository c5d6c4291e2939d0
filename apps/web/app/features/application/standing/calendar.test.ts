import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar.ts';

const event = {
  uid: 'fee.T-4F7K@example.org',
  at: '2027-04-30T23:59:59.999Z',
  summary: 'Pay for: Written exam; or not, \\ as it were',
  description: `Zwölf Prüfungen ${'é'.repeat(60)}\nThe candidacy is closed.`,
  url: 'https://example.org/me',
};
const file = calendarFile([event], '2027-03-01T09:00:00.000Z');
const lines = file.split('\r\n');

describe('a calendar file', () => {
  it('names the instant in UTC and escapes what has a meaning', () => {
    expect(lines).toContain('DTSTART:20270430T235959Z');
    expect(lines).toContain('DTSTAMP:20270301T090000Z');
    expect(lines).toContain('SUMMARY:Pay for: Written exam\\; or not\\, \\\\ as it were');
  });

  it('has no line over 75 octets, and reads the same unfolded', () => {
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:Zwölf Prüfungen ${'é'.repeat(60)}\\nThe candidacy`);
  });
});
