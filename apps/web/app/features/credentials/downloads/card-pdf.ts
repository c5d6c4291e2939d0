import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/card-pdf';

/** The card of pocket size. */
export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.credentialing.getCardPdf({ credentialId })),
);
