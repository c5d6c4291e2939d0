import { IconCertificate, IconHome, IconMessage, IconUserCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type MiddlewareFunction, NavLink, Outlet } from 'react-router';
import { viewerContext } from '../context.ts';
import { ErrorContent } from '../error-page/error-page.tsx';
import { requireViewer } from '../loading/sign-in.ts';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/use-text.ts';
import { useViewer } from '../viewer.ts';
import styles from './candidate.module.css';
import { messages } from './messages.ts';
import { Shell } from './shell.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/** Everything here is about the person who is signed in. */
export const middleware: MiddlewareFunction<Response>[] = [
  ({ url, context }, next) => {
    requireViewer(url, context.get(viewerContext));
    return next();
  },
];

/** Makes the middleware run for navigations within the document, too. */
export const loader = () => null;

const CandidateFrame = ({ children }: { children: ReactNode }) => {
  const t = useText(messages);
  const work = useViewer()?.memberships ?? [];
  const links = [
    { to: '/me', label: t('home'), icon: IconHome, end: true },
    { to: '/me/credentials', label: t('credentials'), icon: IconCertificate },
    { to: '/me/messages', label: t('messages'), icon: IconMessage },
    { to: '/me/account', label: t('account'), icon: IconUserCircle },
  ];
  const staffLinks = work.map(({ slug, name }) => ({
    to: `/staff/${slug}`,
    label: t('staffOf', { organization: name }),
  }));
  return (
    <Shell
      area="candidate"
      header={<SiteHeader home="/me" links={[...links, ...staffLinks]} menu={staffLinks.length > 0} />}
      footer={
        <>
          <SiteFooter />
          <nav aria-label={t('mainNavigation')} className={styles.bar} data-screen-only>
            {links.map(({ to, label, icon, end = false }) => (
              <NavLink key={to} to={to} end={end}>
                <Icon of={icon} />
                {label}
              </NavLink>
            ))}
          </nav>
        </>
      }
    >
      {children}
    </Shell>
  );
};

export default function CandidateLayout() {
  return (
    <CandidateFrame>
      <Outlet />
    </CandidateFrame>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <CandidateFrame>
      <ErrorContent error={error} />
    </CandidateFrame>
  );
}
