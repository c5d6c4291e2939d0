import { load } from '../../loading/load.ts';
import { statusWords } from '../../parts/status-words.ts';
import { allRows } from '../../staff/all-rows.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { searchText } from '../../staff/page-number.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/credentials-csv';
import { messages } from './messages.ts';

const columns = ['holder', 'number', 'program', 'status', 'from', 'until'] as const;

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const query = searchText(args.url);
  const locale = localeOf(args.request);
  const t = textIn(locale, messages);
  const status = textIn(locale, statusWords);
  const rows = await allRows(async (page) => {
    const { credentials, total } = await inside.api.credentialing.listCredentials({ organization, query, page });
    return { rows: credentials, total };
  });
  return csvResponse(
    'credentials',
    columns.map((column) => t(column)),
    rows.map((row) => [
      row.holderName,
      row.number,
      row.abbreviation,
      status(`credential.${row.state}`),
      row.validFrom,
      row.validUntil,
    ]),
  );
});
