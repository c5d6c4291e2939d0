import { describe, expect, it } from 'vitest';
import { recordOfText } from './typed-number.ts';

const of = (text: string, ...fields: readonly string[]) => {
  const record = recordOfText(text);
  return fields.map((field) => record[field] ?? null);
};

describe('the record of a typed number', () => {
  it('keeps the text as it was typed, and its value; a whole number alone has an integer value', () => {
    expect(of(' 12 ', 'stringValue', 'floatValue', 'integerValue')).toEqual([' 12 ', 12, 12]);
    expect(of('12.0', 'stringValue', 'floatValue', 'integerValue')).toEqual(['12.0', 12, null]);
    expect(of('12e0', 'stringValue', 'floatValue', 'integerValue')).toEqual(['12e0', 12, null]);
  });

  it('counts the digits on both sides of the point as they were written', () => {
    expect(of('007.50', 'leftDigits', 'rightDigits')).toEqual([3, 2]);
    expect(of('.5', 'leftDigits', 'rightDigits')).toEqual([0, 1]);
    expect(of('5.', 'leftDigits', 'rightDigits')).toEqual([1, 0]);
  });

  it('counts decimal places by the value that the exponent makes of it', () => {
    expect(of('1.25', 'ndp', 'exponent')).toEqual([2, null]);
    expect(of('1.25e1', 'ndp', 'exponent')).toEqual([1, 1]);
    expect(of('1.25e-2', 'ndp', 'exponent')).toEqual([4, -2]);
    expect(of('1.25e9', 'ndp', 'exponent')).toEqual([0, 9]);
  });

  it('counts significant figures: no leading zeros, and zeros at the end only where they were written to count', () => {
    const nsf = (text: string) => of(text, 'nsf')[0];
    expect(['0.0120', '1200', '1200.', '1.200', '120e3', '0', '0.00'].map(nsf)).toEqual([3, 2, 4, 4, 3, 1, 1]);
  });

  it('has nothing but the text where it is no number', () => {
    for (const text of ['', 'ten', '1,5', 'e5', '.', '0x10', 'Infinity']) {
      expect(recordOfText(text)).toEqual({ stringValue: text });
    }
  });
});
