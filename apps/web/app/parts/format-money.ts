import { intlLocaleOf, type Locale } from '../text/locales.ts';

export interface MoneyShown {
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

const formatOf = (currency: string, locale: Locale, withCode: boolean) =>
  new Intl.NumberFormat(intlLocaleOf(locale), {
    style: 'currency',
    currency,
    currencyDisplay: withCode ? 'code' : 'symbol',
  });

/** $175.00; with the code, where currencies mix, USD 175.00. */
export const formatMoney = ({ amountMinor, currency }: MoneyShown, locale: Locale, withCode = false): string => {
  const format = formatOf(currency, locale, withCode);
  return format
    .format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    .replace(/\u00a0/g, ' ');
};

/** $150–$200: a price that depends on something; whole amounts without decimals. */
export const formatMoneyRange = (low: MoneyShown, high: MoneyShown, locale: Locale): string => {
  if (low.currency !== high.currency) throw new RangeError(`A range from ${low.currency} to ${high.currency} is none.`);
  const digits = formatOf(low.currency, locale, false).resolvedOptions().maximumFractionDigits ?? 2;
  const values = [low.amountMinor / 10 ** digits, high.amountMinor / 10 ** digits] as const;
  const whole = values.every(Number.isInteger);
  const format = new Intl.NumberFormat(intlLocaleOf(locale), {
    style: 'currency',
    currency: low.currency,
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  });
  return values[0] === values[1] ? format.format(values[0]) : `${format.format(values[0])}–${format.format(values[1])}`;
};
