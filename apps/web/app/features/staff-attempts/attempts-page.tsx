import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { pageNumber } from '../../staff/page-number.ts';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/attempts-page';
import { byNeed, needsSomebody } from './attempts.ts';
import { IncidentList } from './incident-list.tsx';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const [list, { now }] = await Promise.all([
    inside.api.delivery.listAttempts({ organization, page: pageNumber(args.url) }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  return { ...list, attempts: byNeed(list.attempts), base, now, cancels: holds(place, 'program-manager') };
});

export default function AttemptsPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { attempts, base, now, cancels, total, page, pageSize } = loaderData;
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead', { count: attempts.filter(needsSomebody).length })}{' '}
          {t.rich('asOf', { time: <Time key="now" at={now} show="time" /> })}
        </>
      }
      acts={
        <>
          <LinkButton to={`${base}/attempts`} weight="other">
            {t('again')}
          </LinkButton>
          <ExportLink href={`${base}/attempts/export.csv`} count={total} />
        </>
      }
    >
      <DataTable
        caption={t('caption')}
        rows={attempts}
        keyOf={({ attemptId }) => attemptId}
        empty={
          <EmptyState title={t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'candidate', header: t('candidate'), cell: (row) => row.candidateName },
          {
            id: 'status',
            header: t('status'),
            speaksForItself: true,
            cell: (row) => <Status of="attempt" is={row.status} />,
          },
          { id: 'program', header: t('program'), line: 0, cell: (row) => row.abbreviation },
          {
            id: 'answered',
            header: t('answered'),
            numeric: true,
            cell: ({ answered, items }) => t('answeredOf', { answered, items }),
          },
          { id: 'ends', header: t('ends'), line: 3, cell: (row) => <Time at={row.endsAt} /> },
          {
            id: 'saved',
            header: t('saved'),
            line: 3,
            cell: ({ lastSavedAt }) => (lastSavedAt ? <Time at={lastSavedAt} show="time" /> : t('never')),
          },
          {
            id: 'incidents',
            header: t('incidents'),
            line: 3,
            speaksForItself: true,
            cell: (row) => <IncidentList incidents={row.incidents} name={row.candidateName} />,
          },
          {
            id: 'cancel',
            header: t('cancel'),
            line: 3,
            speaksForItself: true,
            cell: (row) =>
              cancels &&
              (row.status === 'working' || row.status === 'offline') && (
                <Link to={`${base}/attempts/${row.attemptId}/cancel`}>
                  {t('cancel')}
                  <span className="t-hidden"> {row.candidateName}</span>
                </Link>
              ),
          },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
