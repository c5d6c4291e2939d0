import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import { localeOf } from '../../text/locale-of.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import type { Route } from './+types/plan-pdf';
import { readProgramChoices, readShared } from './choices.ts';

/** The plan of one program as the address of the page describes it, to print. */
export const loader = load(async ({ params: { programId }, request, url }: Route.LoaderArgs, { api }) =>
  fileResponse(
    await api.guide.getPlanPdf({
      programId,
      ...readShared(url.searchParams).choices,
      ...readProgramChoices(url.searchParams, programId),
      language: intlLocaleOf(localeOf(request)),
    }),
  ),
);
