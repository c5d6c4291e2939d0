import { load } from '../../loading/load.ts';
import type { Route } from './+types/ctdl';

/** The program as registries of certifications read it (CTDL), for anyone to fetch. */
export const loader = load(async ({ params: { programId } }: Route.LoaderArgs, { api }) => {
  const { ctdl } = await api.registry.getProgramLinkedData({ programId });
  return new Response(JSON.stringify(ctdl, null, 2), {
    headers: {
      'content-type': 'application/ld+json',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    },
  });
});
