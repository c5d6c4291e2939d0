import { describe, expect, it } from 'vitest';
import { formatMoney, formatMoneyRange } from './format-money.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('money', () => {
  it('has the decimals of its currency', () => {
    expect(formatMoney(usd(17_500), 'en')).toBe('$175.00');
    expect(formatMoney({ amountMinor: 17_500, currency: 'JPY' }, 'en')).toBe('¥17,500');
  });
  it('names the currency where several mix', () => expect(formatMoney(usd(17_500), 'en', true)).toBe('USD 175.00'));
  it('ranges over whole amounts without decimals', () => {
    expect(formatMoneyRange(usd(15_000), usd(20_000), 'en')).toBe('$150–$200');
    expect(formatMoneyRange(usd(15_050), usd(20_000), 'en')).toBe('$150.50–$200.00');
  });
  it('of two currencies is no range', () => {
    expect(() => formatMoneyRange(usd(1), { amountMinor: 2, currency: 'EUR' }, 'en')).toThrow(RangeError);
  });
});
