import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/mark-picture';

/** The mark of the certification, for those who may use it. */
export const loader = load(async ({ params: { credentialId, form } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getMark({ credentialId, form: form === 'svg' ? 'svg' : 'png' })),
);
