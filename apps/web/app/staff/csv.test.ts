import { describe, expect, it } from 'vitest';
import { csvCell, csvOf } from './csv.ts';

describe('a cell of an export', () => {
  it('is never a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '\uff1d1', '\uff201']) {
      expect(csvCell(text), JSON.stringify(text)).toBe(`"'${text}"`);
    }
    expect(csvCell('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
  });

  it('keeps numbers as numbers, also below zero', () => expect(csvCell(-12.5)).toBe('-12.5'));

  it('keeps plain text as it is', () => {
    for (const text of ['Ana Rivera', 'CALT-2027-0001', '2027-03-12', 'a=b', 'name@example.org', '']) {
      expect(csvCell(text)).toBe(text);
    }
  });

  it('is quoted where it has to be', () => {
    expect(csvCell('Rivera, Ana')).toBe('"Rivera, Ana"');
    expect(csvCell('the "A" list')).toBe('"the ""A"" list"');
    expect(csvCell('two\r\nlines')).toBe('"two\r\nlines"');
    expect(csvCell(undefined)).toBe('');
  });
});

describe('an export', () => {
  it('has a header and ends every line', () => {
    expect(csvOf(['Name', 'Score'], [['Ana', 71]])).toBe('\ufeffName,Score\r\nAna,71\r\n');
  });
});
