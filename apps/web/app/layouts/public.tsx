import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { ErrorContent } from '../error-page/error-page.tsx';
import { useText } from '../text/use-text.ts';
import { useViewer } from '../viewer.ts';
import { messages } from './messages.ts';
import { Shell } from './shell.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

const PublicFrame = ({ children }: { children: ReactNode }) => {
  const t = useText(messages);
  const signedIn = useViewer() !== undefined;
  const links = [
    { to: '/programs', label: t('programs') },
    { to: '/qualify', label: t('qualify') },
    { to: '/verify', label: t('verify') },
    { to: '/register', label: t('register') },
    signedIn ? { to: '/me', label: t('myPage') } : { to: '/sign-in', label: t('signIn') },
  ];
  return (
    <Shell area="public" header={<SiteHeader home="/" links={links} />} footer={<SiteFooter />}>
      {children}
    </Shell>
  );
};

export default function PublicLayout() {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <PublicFrame>
      <ErrorContent error={error} />
    </PublicFrame>
  );
}
