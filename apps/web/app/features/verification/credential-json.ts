import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/credential-json';

/** The signed credential, byte for byte. */
export const loader = load(async ({ params }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.registry.getPublicDocument({ number: params.number })),
);
