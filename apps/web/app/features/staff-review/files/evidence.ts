import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/evidence';

/** Opens in the browser: the API keeps PDF and images alone, by their content. */
export const loader = load(async ({ params }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.candidacies.downloadFile({ fileId: params.fileId }), 'inline'),
);
