import { load } from '../../loading/load.ts';
import { allRows } from '../../staff/all-rows.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/queue-csv';
import { messages } from './messages.ts';
import { queueOf } from './queue.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const queue = queueOf(args.params.queue, inside.request.id);
  const t = textIn(localeOf(args.request), messages);
  const rows = await allRows((page) => inside.api.candidacies.getQueue({ organization, queue, page }));
  return csvResponse(
    `queue-${queue}`,
    [t('candidate'), t('number'), t('what'), t('program'), t('since'), t('worker')],
    rows.map((row) => [
      row.candidateName,
      row.number,
      row.what,
      row.abbreviation,
      row.waitingSince,
      row.claimedBy?.name,
    ]),
  );
});
