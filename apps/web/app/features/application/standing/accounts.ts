import type { Standing } from '@testamur/program';

export interface Account {
  readonly currency: string;
  readonly paidMinor: number;
  readonly owedMinor: number;
}

/** What is paid and owed in each currency. */
export const accounts = ({ paid, owed }: Pick<Standing, 'paid' | 'owed'>): readonly Account[] => {
  const sum = (amounts: readonly { currency: string; amountMinor: number }[], currency: string) =>
    amounts.filter((one) => one.currency === currency).reduce((total, { amountMinor }) => total + amountMinor, 0);
  const currencies = [...new Set([...paid, ...owed].map(({ currency }) => currency))].toSorted();
  return currencies
    .map((currency) => ({ currency, paidMinor: sum(paid, currency), owedMinor: sum(owed, currency) }))
    .filter(({ paidMinor, owedMinor }) => paidMinor > 0 || owedMinor > 0);
};
