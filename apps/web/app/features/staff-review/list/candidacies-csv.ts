import { load } from '../../../loading/load.ts';
import { statusWords } from '../../../parts/status-words.ts';
import { allRows } from '../../../staff/all-rows.ts';
import { csvResponse } from '../../../staff/csv-response.ts';
import { searchText } from '../../../staff/page-number.ts';
import { staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import type { Route } from './+types/candidacies-csv';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const query = searchText(args.url);
  const locale = localeOf(args.request);
  const t = textIn(locale, messages);
  const status = textIn(locale, statusWords);
  const rows = await allRows(async (page) => {
    const { candidacies, total } = await inside.api.candidacies.searchCandidacies({ organization, query, page });
    return { rows: candidacies, total };
  });
  return csvResponse(
    'candidacies',
    [t('candidate'), t('number'), t('program'), t('edition'), t('status'), t('changed')],
    rows.map((row) => [
      row.candidateName,
      row.number,
      row.abbreviation,
      row.edition,
      status(`candidacy.${row.standing.status}`),
      row.updatedAt,
    ]),
  );
});
