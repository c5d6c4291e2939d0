import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/operator-page';
import { messages } from './messages.ts';

export const loader = load((_args: Route.LoaderArgs, { api }) => api.identity.listOrganizations({}));

export default function OperatorPage({ loaderData: { organizations } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DataTable
        caption={t('caption')}
        rows={organizations}
        keyOf={({ slug }) => slug}
        empty={<EmptyState title={t('nothing')} />}
        columns={[
          { id: 'name', header: t('name'), cell: (row) => row.name },
          { id: 'short', header: t('short'), speaksForItself: true, cell: (row) => <code>{row.slug}</code> },
          { id: 'kind', header: t('kind'), speaksForItself: true, cell: (row) => t(`kind.${row.kind}`) },
          { id: 'now', header: t('now'), line: 3, cell: (row) => <Time at={row.now} /> },
        ]}
      />
      <h2>{t('mail')}</h2>
      <p>{t('mailDetail')}</p>
      <LinkButton to="/operator/outbox" weight="other">
        {t('openMail')}
      </LinkButton>
    </Page>
  );
}
