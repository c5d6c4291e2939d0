import { load } from '../../../loading/load.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { Time } from '../../../parts/time.tsx';
import { pageNumber } from '../../../staff/page-number.ts';
import { staffPlace } from '../../../staff/place.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/ratings-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const [list, { now }] = await Promise.all([
    inside.api.scoring.listRatings({ organization, page: pageNumber(args.url) }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  return { ...list, base, now };
});

export default function RatingsPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { ratings, base, now, total, page, pageSize } = loaderData;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DataTable
        caption={t('caption')}
        rows={ratings}
        keyOf={({ ratingId }) => ratingId}
        linkOf={({ ratingId }) => `${base}/ratings/${ratingId}`}
        empty={
          <EmptyState title={t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'work', header: t('work'), cell: (row) => row.assessmentTitle },
          { id: 'number', header: t('number'), speaksForItself: true, cell: (row) => <code>{row.number}</code> },
          { id: 'program', header: t('program'), speaksForItself: true, cell: (row) => row.abbreviation },
          { id: 'state', header: t('state'), speaksForItself: true, cell: (row) => t(`state.${row.state}`) },
          { id: 'asked', header: t('asked'), line: 3, cell: (row) => <Time at={row.askedAt} show="day" now={now} /> },
          {
            id: 'submitted',
            header: t('submitted'),
            line: 3,
            cell: ({ submittedAt }) => submittedAt && <Time at={submittedAt} show="day" />,
          },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
