import { intlLocaleOf, type Locale } from '../../../text/locales.ts';

/** 340 kB, 1.2 MB: decimal units, as the limit of a file is said. */
export const fileSize = (bytes: number, locale: Locale): string => {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const digits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(intlLocaleOf(locale), { style: 'unit', unit, maximumFractionDigits: digits })
    .format(value)
    .replace(/\u00a0/g, ' ');
};
