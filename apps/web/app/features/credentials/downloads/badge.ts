import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/badge';

/** The badge with the credential in it. */
export const loader = load(async ({ params: { credentialId, form } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getBadge({ credentialId, form: form === 'svg' ? 'svg' : 'png' })),
);
