import { load } from '../../loading/load.ts';
import { allRows } from '../../staff/all-rows.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/audit-csv';
import { areaOf } from './areas.ts';
import { messages } from './messages.ts';

/** The trail as it stands, word for word: names of acts and subjects as the API has them. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const area = areaOf(args.url);
  const rows = await allRows(async (page) => {
    const asked = { organization, page, ...(area ? { action: area } : {}) };
    const { entries, total } = await inside.api.audit.listEntries(asked);
    return { rows: entries, total };
  });
  return csvResponse(
    'audit',
    [t('number'), t('when'), t('who'), t('action'), t('subject'), t('detail'), t('hash')],
    rows.map(({ seq, at, actorName, action, subject, detail, hash }) => [
      seq,
      at,
      actorName,
      action,
      subject,
      JSON.stringify(detail),
      hash,
    ]),
  );
});
