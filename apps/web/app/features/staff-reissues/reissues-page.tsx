import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/reissues-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return { base, ...(await inside.api.credentialing.listReissues({ organization })) };
});

export default function ReissuesPage({ loaderData: { base, reissues } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('runsTitle')}
      lead={t('runsLead')}
      back={<BackLink to={`${base}/credentials`}>{t('back')}</BackLink>}
    >
      <DataTable
        caption={t('runsCaption')}
        rows={reissues}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/reissues/${id}`}
        empty={<EmptyState title={t('runsNone')}>{t('runsNoneDetail')}</EmptyState>}
        columns={[
          { id: 'begun', header: t('begun'), cell: (row) => <Time at={row.requestedAt} /> },
          { id: 'state', header: t('state'), speaksForItself: true, cell: (row) => t(`state.${row.state}`) },
          {
            id: 'done',
            header: t('certificates'),
            line: 3,
            numeric: true,
            cell: ({ done, total }) => t('ofTotal', { done, total }),
          },
          { id: 'failed', header: t('failed'), line: 3, numeric: true, cell: (row) => row.failed },
          { id: 'key', header: t('key'), line: 0, cell: (row) => <code>{row.publicKeyMultibase.slice(0, 16)}…</code> },
        ]}
      />
    </Page>
  );
}
