import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/credential-document';

/** The signed credential, byte for byte. */
export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getCredentialDocument({ credentialId })),
);
