import { expect, it } from 'vitest';
import { sumsOf } from './ledger.ts';

it('debits and credits are summed in each currency', () => {
  const account = (name: string, currency: string, debitMinor: number, creditMinor: number) => ({
    account: name,
    currency,
    debitMinor,
    creditMinor,
  });
  const accounts = [
    account('receivable', 'USD', 300, 100),
    account('cash', 'USD', 100, 0),
    account('revenue', 'USD', 0, 300),
    account('cash', 'EUR', 5, 0),
  ];
  expect(sumsOf(accounts)).toEqual([
    { currency: 'USD', debitMinor: 400, creditMinor: 400 },
    { currency: 'EUR', debitMinor: 5, creditMinor: 0 },
  ]);
});
