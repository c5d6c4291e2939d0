import { load } from '../../loading/load.ts';
import { statusWords } from '../../parts/status-words.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/attempts-csv';
import { allAttempts, incidentWords } from './attempts.ts';
import { messages } from './messages.ts';

const columns = ['candidate', 'program', 'status', 'answered', 'ends', 'saved', 'incidents'] as const;

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const locale = localeOf(args.request);
  const t = textIn(locale, messages);
  const status = textIn(locale, statusWords);
  const rows = await allAttempts(inside.api, organization);
  return csvResponse(
    'exams',
    columns.map((column) => t(column)),
    rows.map((row) => [
      row.candidateName,
      row.abbreviation,
      status(`attempt.${row.status}`),
      row.answered,
      row.endsAt,
      row.lastSavedAt,
      row.incidents.map(({ kind, note }) => t('incident', { what: t(incidentWords(kind)), note })).join('; '),
    ]),
  );
});
