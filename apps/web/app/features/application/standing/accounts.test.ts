import { expect, it } from 'vitest';
import { accounts } from './accounts.ts';

const text = { code: 'given', values: { words: 'x' } };
const owes = (amountMinor: number, currency: string) => ({
  fee: 'f',
  title: text,
  reason: text,
  amountMinor,
  currency,
});

it('what is paid and owed is added up in each currency by itself', () => {
  const paid = [{ currency: 'USD', amountMinor: 5_000 }];
  expect(accounts({ paid, owed: [owes(12_500, 'USD'), owes(2_500, 'USD'), owes(100, 'EUR')] })).toEqual([
    { currency: 'EUR', paidMinor: 0, owedMinor: 100 },
    { currency: 'USD', paidMinor: 5_000, owedMinor: 15_000 },
  ]);
  expect(accounts({ paid: [{ currency: 'USD', amountMinor: 0 }], owed: [] })).toEqual([]);
});
