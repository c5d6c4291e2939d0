import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/authorization-pdf';

/** The authorization to test. */
export const loader = load(async ({ params: { candidacyId, assessmentId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.scheduling.getAuthorizationPdf({ candidacyId, assessmentId })),
);
