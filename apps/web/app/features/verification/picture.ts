import { load } from '../../loading/load.ts';
import type { Route } from './+types/picture';

/** The picture for links that are shared; a minute old at most, so that it never says for long what no longer holds. */
export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => {
  const picture = await api.registry.getCredentialPicture({ number: params.number });
  return new Response(picture, {
    headers: {
      'content-type': 'image/png',
      'content-length': String(picture.size),
      'cache-control': 'public, max-age=60',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
});
