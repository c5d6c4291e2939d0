export type CsvValue = string | number | boolean | undefined;

/** What a spreadsheet takes for the beginning of a formula, its full-width forms and leading blanks included. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * One cell. Text that a spreadsheet would run as a formula is led by an apostrophe, which shows it as text; numbers are
 * numbers and stay as they are.
 */
export const csvCell = (value: CsvValue): string => {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t;]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as CSV (RFC 4180) in UTF-8; the mark at its beginning makes spreadsheets read it as that. */
export const csvOf = (header: readonly string[], rows: readonly (readonly CsvValue[])[]): string => {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
};
