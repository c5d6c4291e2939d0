import { load } from '../../loading/load.ts';
import { allRows } from '../../staff/all-rows.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { searchText } from '../../staff/page-number.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/outbox-csv';
import { messages } from './messages.ts';

/** Who was written to about what, and when; the letters themselves hold more than a list should carry away. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const to = searchText(args.url, 'to');
  const rows = await allRows(async (page) => {
    const list = await inside.api.notifications.listOutbox({ organization, page, ...(to === '' ? {} : { to }) });
    return { rows: list.messages, total: list.total };
  });
  return csvResponse(
    'outbox',
    [t('to'), t('subject'), t('state'), t('written'), t('sent'), t('error')],
    rows.map((row) => [
      row.to,
      row.subject,
      t(`state.${row.state}`, { error: '' }),
      row.createdAt,
      row.sentAt,
      row.error,
    ]),
  );
});
