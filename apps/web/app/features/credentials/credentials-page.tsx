import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/credentials-page';
import styles from './credential-aside.module.css';
import { isInForce } from './in-force.ts';
import { messages } from './messages.ts';

export const loader = load((_args: Route.LoaderArgs, { api }) => api.credentialing.listMyCredentials({}));

export default function CredentialsPage({ loaderData: { credentials } }: Route.ComponentProps) {
  const t = useText(messages);
  const bodies = new Map(
    credentials
      .filter(({ state }) => isInForce(state))
      .map(({ organization, organizationName }) => [organization, organizationName]),
  );
  return (
    <Page title={t('title')} {...(credentials.length > 1 ? { lead: t('lead') } : {})}>
      <DataTable
        caption={t('list')}
        rows={credentials}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `/me/credentials/${id}`}
        empty={
          <EmptyState title={t('none')}>
            <p>{t('noneMore')}</p>
            <LinkButton to="/me" weight="other">
              {t('toHome')}
            </LinkButton>
          </EmptyState>
        }
        columns={[
          { id: 'credential', header: t('credential'), cell: ({ title }) => title },
          { id: 'number', header: t('number'), cell: ({ number }) => <code>{number}</code>, line: 3 },
          {
            id: 'status',
            header: t('status'),
            cell: ({ state }) => <Status of="credential" is={state} />,
            speaksForItself: true,
          },
          {
            id: 'until',
            header: t('until'),
            cell: ({ validUntil }) => <Time at={validUntil} zone="UTC" show="day" />,
            line: 3,
          },
          { id: 'body', header: t('body'), cell: ({ organizationName }) => organizationName, line: 0 },
        ]}
      />
      {bodies.size > 0 && (
        <>
          <h2>{t('records')}</h2>
          <p>{t('recordHint')}</p>
          <ul className={styles.links}>
            {[...bodies].map(([organization, organizationName]) => (
              <li key={organization}>
                <a href={`/me/records/${organization}`} download>
                  {t('recordOf', { organization: organizationName })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
