/** An amount in the currency's smallest unit (cents for USD) and an ISO 4217 code. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** For documents and mails, such as `$175.00`. */
export const formatMoney = ({ amountMinor, currency }: Money, locale = 'en-US'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountMinor / 10 ** digits(currency));
