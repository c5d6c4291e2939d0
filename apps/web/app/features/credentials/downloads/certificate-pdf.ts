import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/certificate-pdf';

/** The certificate on paper. */
export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getCertificatePdf({ credentialId })),
);
