import { load } from '../../loading/load.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/ledger-csv';
import { plainAmount } from './invoice.ts';
import { accountWords } from './ledger.ts';
import { messages } from './messages.ts';

const columns = ['when', 'entry', 'account', 'debit', 'credit', 'currency'] as const;

/** One line a posting. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const { entries } = await inside.api.billing.getLedger({ organization });
  return csvResponse(
    'ledger',
    columns.map((column) => t(column)),
    entries.flatMap(({ at, description, postings }) =>
      postings.map(({ account, currency, debitMinor, creditMinor }) => [
        at,
        description,
        t(accountWords(account)),
        Number(plainAmount(debitMinor, currency)),
        Number(plainAmount(creditMinor, currency)),
        currency,
      ]),
    ),
  );
});
