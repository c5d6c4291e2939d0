import { load } from '../../loading/load.ts';
import { allRows } from '../../staff/all-rows.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/outbox-csv';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const rows = await allRows(async (page) => {
    const { messages: list, total } = await inside.api.notifications.listOutbox({ organization, page });
    return { rows: list, total };
  });
  return csvResponse(
    'outbox',
    [t('at'), t('to'), t('subject'), t('state'), t('error')],
    rows.map((row) => [row.createdAt, row.to, row.subject, t(`state.${row.state}`), row.error]),
  );
});
