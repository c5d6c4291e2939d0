import { load } from '../../../loading/load.ts';
import { csvResponse } from '../../../staff/csv-response.ts';
import { staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import type { Route } from './+types/results-csv';
import { messages } from './messages.ts';
import { allResults, outcomeWords } from './results.ts';

const columns = [
  'candidate',
  'number',
  'assessment',
  'attempt',
  'score',
  'scaled',
  'passMark',
  'outcome',
  'incidents',
  'scored',
  'released',
] as const;

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const t = textIn(localeOf(args.request), messages);
  const results = await allResults(inside.api, organization, args.url.searchParams.get('show') !== 'all');
  return csvResponse(
    'results',
    columns.map((column) => t(column)),
    results.map((row) => [
      row.candidateName,
      row.number,
      row.assessmentTitle,
      row.attempt,
      row.score,
      row.scaledScore,
      row.passMark,
      t(outcomeWords(row)),
      row.incidents,
      row.scoredAt,
      row.releasedAt,
    ]),
  );
});
