/** Spreadsheets take a cell that begins like this for a formula and run it; an apostrophe keeps it text. */
const runs = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const inert = runs.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

export interface VoucherRow {
  readonly code: string;
  readonly title: string;
  readonly value: string;
  readonly expiresOn: string;
  readonly recipient: string;
}

/** Codes to hand out, as CSV (RFC 4180) that no spreadsheet executes. */
export const voucherCsv = (rows: readonly VoucherRow[]): string =>
  [
    'code,pays_for,value,expires_on,recipient',
    ...rows.map(({ code, title, value, expiresOn, recipient }) =>
      [code, title, value, expiresOn, recipient].map(cell).join(','),
    ),
    '',
  ].join('\r\n');
