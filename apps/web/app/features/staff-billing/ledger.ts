import type { Api } from '../../api.ts';
import type { messages } from './messages.ts';

export type Ledger = Awaited<ReturnType<Api['billing']['getLedger']>>;

const names: Readonly<Record<string, keyof typeof messages>> = {
  receivable: 'account.receivable',
  revenue: 'account.revenue',
  cash: 'account.cash',
};

/** The words of an account; the books know three. */
export const accountWords = (account: string): keyof typeof messages => names[account] ?? 'account';

export interface CurrencySum {
  readonly currency: string;
  readonly debitMinor: number;
  readonly creditMinor: number;
}

/** What stands on both sides of the books, currency by currency. */
export const sumsOf = (accounts: Ledger['accounts']): readonly CurrencySum[] =>
  [...Map.groupBy(accounts, ({ currency }) => currency)].map(([currency, rows]) => ({
    currency,
    debitMinor: rows.reduce((sum, { debitMinor }) => sum + debitMinor, 0),
    creditMinor: rows.reduce((sum, { creditMinor }) => sum + creditMinor, 0),
  }));
