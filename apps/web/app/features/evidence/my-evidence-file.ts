import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/my-evidence-file';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.evidence.exportEvidenceChain({ credentialId })),
);
