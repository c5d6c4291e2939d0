import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/credential-jwt';

/** The credential as a token, signed now. */
export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getCredentialJwt({ credentialId })),
);
