import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/application-pdf';

/** The application as it was submitted. */
export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.candidacies.getApplicationPdf({ candidacyId })),
);
