import { load } from '../../../loading/load.ts';
import { allRows } from '../../../staff/all-rows.ts';
import { csvResponse } from '../../../staff/csv-response.ts';
import { searchText } from '../../../staff/page-number.ts';
import { staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import type { Route } from './+types/items-csv';
import { messages } from './messages.ts';

/** The list of the items, without what they say: contents leave the bank as QTI alone. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const programId = searchText(args.url, 'program');
  const topic = searchText(args.url, 'topic');
  const rows = await allRows(async (page) => {
    const asked = { organization, programId, page, ...(topic === '' ? {} : { topic }) };
    const { items, total } = await inside.api.itemBank.listItems(asked);
    return { rows: items, total };
  });
  return csvResponse(
    `items-${programId}`,
    [t('item'), t('name'), t('topic'), t('level'), t('objective'), t('forms')],
    rows.map((row) => [row.identifier, row.title, row.topic, row.cognitiveLevel, row.objective, row.forms]),
  );
});
