import { load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Time } from '../../parts/time.tsx';
import { pageNumber } from '../../staff/page-number.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/operator-page';
import { MessageList } from './message-list.tsx';
import { messages } from './messages.ts';

export const loader = load(async ({ url }: Route.LoaderArgs, { api }) => {
  const { organizations } = await api.identity.listOrganizations({});
  try {
    return { organizations, outbox: await api.notifications.listPlatformOutbox({ page: pageNumber(url) }) };
  } catch (error) {
    if (apiProblemOf(error)?.code !== 'notifications.outbox-closed') throw error;
    return { organizations, outbox: undefined };
  }
});

export default function OperatorPage({ loaderData: { organizations, outbox } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('operatorTitle')} lead={t('operatorLead')}>
      <h2>{t('organizations')}</h2>
      <DataTable
        caption={t('organizations')}
        rows={organizations}
        keyOf={(organization) => organization.slug}
        empty={null}
        columns={[
          { id: 'name', header: t('name'), cell: (organization) => organization.name },
          { id: 'kind', header: t('kind'), cell: (organization) => t(`kind.${organization.kind}`) },
          { id: 'clock', header: t('clock'), line: 3, cell: (organization) => <Time at={organization.now} /> },
        ]}
      />
      <h2>{t('accountMail')}</h2>
      {outbox === undefined ? (
        <p>{t('accountMailClosed')}</p>
      ) : (
        <>
          <MessageList list={outbox.messages} empty={t('nothing')} />
          {outbox.total > 0 && <Pager page={outbox.page} pageSize={outbox.pageSize} total={outbox.total} />}
        </>
      )}
    </Page>
  );
}
