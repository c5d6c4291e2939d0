import { describe, expect, it } from 'vitest';
import { datePartsIn, readDate } from './date-parts.ts';

const sent = (parts: Record<string, string>) => {
  const form = new FormData();
  for (const [part, value] of Object.entries(parts)) form.set(`on.${part}`, value);
  return form;
};

describe('a typed date', () => {
  it('is asked for in the order of the language', () => expect(datePartsIn('en')).toEqual(['month', 'day', 'year']));
  it('is read with or without leading zeros and spaces', () => {
    expect(readDate(sent({ year: '2024', month: '3', day: ' 09 ' }), 'on')).toEqual({ ok: true, date: '2024-03-09' });
  });
  it('up to the month is the first of it', () => {
    expect(readDate(sent({ year: '2024', month: '3' }), 'on', 'month')).toEqual({ ok: true, date: '2024-03-01' });
  });
  it('can be left out, half entered or impossible', () => {
    expect(readDate(sent({}), 'on')).toEqual({ ok: false, reason: 'empty' });
    expect(readDate(sent({ year: '2024', month: '', day: '' }), 'on')).toEqual({ ok: false, reason: 'incomplete' });
    expect(readDate(sent({ year: '2023', month: '2', day: '29' }), 'on')).toEqual({ ok: false, reason: 'impossible' });
    expect(readDate(sent({ year: '24', month: '2', day: '1' }), 'on')).toEqual({ ok: false, reason: 'impossible' });
  });
});
