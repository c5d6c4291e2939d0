import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import type { Route } from './+types/letter-pdf';

/** The letter of verification, to whom the form names. */
export const loader = load(async ({ params: { credentialId }, url }: Route.LoaderArgs, { api }) => {
  const addressee = url.searchParams.get('addressee')?.trim() ?? '';
  return fileResponse(
    await api.credentialing.getVerificationLetter({ credentialId, ...(addressee === '' ? {} : { addressee }) }),
  );
});
