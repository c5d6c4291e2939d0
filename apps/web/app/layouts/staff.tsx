import type { ReactNode } from 'react';
import {
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  Outlet,
  useLoaderData,
  useRouteLoaderData,
} from 'react-router';
import { type Membership, requestContext, viewerContext } from '../context.ts';
import { ErrorContent } from '../error-page/error-page.tsx';
import { listRailQueues } from '../features/staff-queues/rail-queues.ts';
import { load } from '../loading/load.ts';
import { requireMembership } from '../loading/sign-in.ts';
import { Shell } from './shell.tsx';
import { SiteFooter } from './site-footer.tsx';
import { StaffRail } from './staff-rail.tsx';

/** Only members of the organization come in; what a role may do there is decided by each operation of the API. */
export const middleware: MiddlewareFunction<Response>[] = [
  ({ url, params, context }, next) => {
    requireMembership(url, { viewer: context.get(viewerContext), request: context.get(requestContext) }, params.org);
    return next();
  },
];

export const loader = load(async ({ url, params }: LoaderFunctionArgs, inside) => {
  const membership = requireMembership(url, inside, params.org);
  return { membership, queues: await listRailQueues(inside, membership.slug) };
});

const StaffFrame = ({
  data,
  children,
}: {
  data: Awaited<ReturnType<typeof loader>> | undefined;
  children: ReactNode;
}) => (
  <Shell
    area="staff"
    practice={practiceOf(data?.membership.kind)}
    rail={data && <StaffRail membership={data.membership} queues={data.queues} />}
    footer={<SiteFooter />}
  >
    {children}
  </Shell>
);

const practiceOf = (kind: Membership['kind'] | undefined) =>
  kind === 'rehearsal' || kind === 'demonstration' ? kind : undefined;

export default function StaffLayout() {
  return (
    <StaffFrame data={useLoaderData<typeof loader>()}>
      <Outlet />
    </StaffFrame>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <StaffFrame data={useRouteLoaderData<typeof loader>('layouts/staff')}>
      <ErrorContent error={error} />
    </StaffFrame>
  );
}
