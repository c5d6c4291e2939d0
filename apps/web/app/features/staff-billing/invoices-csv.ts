import { load } from '../../loading/load.ts';
import { allRows } from '../../staff/all-rows.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/invoices-csv';
import { plainAmount, stateOf } from './invoice.ts';
import { messages } from './messages.ts';

const columns = ['number', 'payer', 'what', 'total', 'paid', 'currency', 'state', 'issued', 'due'] as const;

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const state = stateOf(args.url);
  const rows = await allRows(async (page) => {
    const { invoices, total } = await inside.api.billing.listInvoices({ organization, page, ...(state && { state }) });
    return { rows: invoices, total };
  });
  return csvResponse(
    'invoices',
    columns.map((column) => t(column)),
    rows.map((row) => [
      row.number,
      row.payerName,
      row.lines.map(({ description }) => description).join('; '),
      Number(plainAmount(row.totalMinor, row.currency)),
      Number(plainAmount(row.paidMinor, row.currency)),
      row.currency,
      t(`state.${row.state}`),
      row.issuedAt,
      row.dueAt,
    ]),
  );
});
