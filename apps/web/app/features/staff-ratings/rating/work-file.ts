import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/work-file';

/** A piece of the work, opened in the browser. */
export const loader = load(async ({ params }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.candidacies.downloadFile({ fileId: params.fileId }), 'inline'),
);
