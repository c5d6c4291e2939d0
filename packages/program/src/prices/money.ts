const digitsByCurrency = new Map<string, number>();

/** Digits after the decimal point of a currency, by ISO 4217: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/**
 * An amount as a program file writes it, in minor units.
 *
 * @param amount such as `"175.00"`, with at most as many digits after the point as the currency has.
 * @throws {RangeError} for text that is no such amount.
 */
export function toMinor(amount: string, currency: string): number {
  const digits = minorDigits(currency);
  const [whole = '', part = ''] = amount.split('.');
  const minor = Number(whole + part.padEnd(digits, '0'));
  if (part.length > digits || !Number.isSafeInteger(minor) || minor < 0) {
    throw new RangeError(`"${amount}" is no amount in ${currency}; write it like "175.00".`);
  }
  return minor;
}

/** Money for people: `$175.00`. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const amount = amountMinor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

const parts = 1_000_000n;

/**
 * A share of an amount, rounded half up to whole minor units. Exact: no fraction of a unit is ever held as a binary one.
 *
 * @param amountMinor minor units, never negative.
 * @param percent with at most four digits after the point; 100 is all of it.
 */
export function shareOf(amountMinor: number, percent: number): number {
  const perMillion = BigInt(Math.round(percent * 10_000));
  return Number((BigInt(amountMinor) * perMillion * 2n + parts) / (parts * 2n));
}
