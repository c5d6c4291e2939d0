import { say } from '@testamur/program';
import { load } from '../../../loading/load.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { intlLocaleOf } from '../../../text/locales.ts';
import { candidacyPath } from '../candidacy.ts';
import type { Route } from './+types/deadlines-calendar';
import { calendarFile } from './calendar.ts';

/** The deadlines of a candidacy as a calendar file. */
export const loader = load(async ({ request, params }: Route.LoaderArgs, { api }) => {
  const { id, number, abbreviation, standing } = await api.candidacies.getCandidacy({
    candidacyId: params.candidacyId,
  });
  const locale = intlLocaleOf(localeOf(request));
  const { origin, host } = new URL(request.url);
  const events = standing.deadlines.map((deadline) => ({
    uid: `${deadline.id.replaceAll(':', '-')}.${number}@${host}`,
    at: deadline.at,
    summary: `${abbreviation}: ${say(deadline.title, locale)}`,
    description: `${say(deadline.consequence, locale)} (${number})`,
    url: `${origin}${candidacyPath(id)}`,
  }));
  return new Response(calendarFile(events, standing.at), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${abbreviation.replace(/[^\w-]/g, '')}-${number}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
});
