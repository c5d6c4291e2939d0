import { describe, expect, it } from 'vitest';
import { amountOf, plainAmount } from './invoice.ts';

describe('an amount as it is typed', () => {
  it('has as many decimals as its currency', () => {
    expect(['175', '175.00', '175.5', '$1,175.00', ' 1 175.00 '].map((text) => amountOf(text, 'USD'))).toEqual([
      17_500, 17_500, 17_550, 117_500, 117_500,
    ]);
    expect(amountOf('175', 'JPY')).toBe(175);
  });

  it('that is none, or could be read in two ways, is refused', () => {
    const texts = ['', '0', '0.00', '-5', '1.005', '1,5', '12,34', 'abc', '1e3', '1.2.3'];
    expect(texts.filter((text) => amountOf(text, 'USD') !== undefined)).toEqual([]);
    expect(amountOf('17.5', 'JPY')).toBeUndefined();
  });

  it('is written back plainly', () => {
    expect(plainAmount(17_500, 'USD')).toBe('175.00');
    expect(plainAmount(175, 'JPY')).toBe('175');
  });
});
