import { minorDigits, toMinor } from '@testamur/program';
import type { Api } from '../../api.ts';

export type Invoice = Awaited<ReturnType<Api['billing']['getInvoice']>>;
export type InvoiceState = Invoice['state'];

export const invoiceStates: readonly InvoiceState[] = ['open', 'settled', 'refunded', 'void'];

/** The state that an address asks for. */
export const stateOf = ({ searchParams }: URL): InvoiceState | undefined =>
  invoiceStates.find((state) => state === searchParams.get('state'));

export const methods = ['bank-transfer', 'check', 'cash', 'card', 'other'] as const;

/**
 * An amount as a person types it, in minor units: `175`, `175.00`, `$1,175.00`. Undefined for what is no amount above
 * zero, or has more digits than the currency.
 */
export const amountOf = (text: string, currency: string): number | undefined => {
  const plain = text.replace(/[\s$€£]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  if (!/^\d{1,9}(\.\d+)?$/.test(plain)) return undefined;
  try {
    const minor = toMinor(plain, currency);
    return minor > 0 ? minor : undefined;
  } catch {
    return undefined;
  }
};

/** An amount as a plain number for exports and for fields: `175.00`. */
export const plainAmount = (amountMinor: number, currency: string): string => {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
};
