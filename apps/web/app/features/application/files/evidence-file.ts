import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/evidence-file';

/** A file that somebody handed in, for those who may see it. */
export const loader = load(async ({ params: { fileId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.candidacies.downloadFile({ fileId })),
);
