import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/record';

/** All that is in force at one organization, as one signed record. */
export const loader = load(async ({ params: { organization } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getMyRecord({ organization })),
);
