import { redirect } from 'react-router';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/link-page';
import { ClosedLink } from './closed-link.tsx';
import { loadRequest, statementPath } from './statement.ts';

export { linkHeaders as headers } from './link-headers.ts';

/** What stands in a mail leads to the page of its kind; one that leads nowhere says so. */
export const loader = load(async ({ params: { token } }: Route.LoaderArgs, { api }) => {
  const found = await loadRequest(api, token);
  const { request } = found.data;
  if (request !== undefined) throw redirect(statementPath(token, request.about.kind));
  return found;
});

export default function LinkPage({ loaderData: { closed } }: Route.ComponentProps) {
  return closed && <ClosedLink closed={closed} />;
}
