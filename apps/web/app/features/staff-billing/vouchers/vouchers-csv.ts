import { load } from '../../../loading/load.ts';
import { csvResponse } from '../../../staff/csv-response.ts';
import { staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { plainAmount } from '../invoice.ts';
import type { Route } from './+types/vouchers-csv';
import { messages } from './messages.ts';
import { allVouchers, voucherStateOf } from './vouchers.ts';

const columns = [
  'code',
  'what',
  'worth',
  'price',
  'currency',
  'recipient',
  'state',
  'issued',
  'issuedBy',
  'until',
] as const;

/** The list without the codes: those are shown once, when vouchers are issued. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const vouchers = await allVouchers(inside.api, organization, voucherStateOf(args.url));
  return csvResponse(
    'vouchers',
    columns.map((column) => t(column)),
    vouchers.map((row) => [
      t('hint', { hint: row.hint }),
      row.title,
      row.amountMinor === undefined
        ? t('worthPercent', { percent: row.percent ?? 0 })
        : Number(plainAmount(row.amountMinor, row.currency)),
      Number(plainAmount(row.priceMinor, row.currency)),
      row.currency,
      row.recipient,
      t(`state.${row.state}`),
      row.issuedAt,
      row.issuedBy,
      row.expiresAt,
    ]),
  );
});
