import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { ErrorContent } from '../error-page/error-page.tsx';
import { Shell } from './shell.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/** For those who come by a personal link: the name, the page, help, language; nothing that leads elsewhere. */
const LinkFrame = ({ children }: { children: ReactNode }) => (
  <Shell area="public" header={<SiteHeader home="/" links={[]} />} footer={<SiteFooter />}>
    {children}
  </Shell>
);

export default function LinkLayout() {
  return (
    <LinkFrame>
      <Outlet />
    </LinkFrame>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <LinkFrame>
      <ErrorContent error={error} />
    </LinkFrame>
  );
}
