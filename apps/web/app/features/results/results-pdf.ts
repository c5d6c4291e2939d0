import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/results-pdf';

export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.scoring.getScoreReportPdf({ candidacyId })),
);
