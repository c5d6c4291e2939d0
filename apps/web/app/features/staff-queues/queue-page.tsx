import { redirect } from 'react-router';
import type { Api } from '../../api.ts';
import { refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Time } from '../../parts/time.tsx';
import { allRows } from '../../staff/all-rows.ts';
import { ExportLink } from '../../staff/export-link.tsx';
import { pageNumber } from '../../staff/page-number.ts';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/queue-page';
import { ClaimCell } from './claim-cell.tsx';
import { leadsTo } from './leads-to.ts';
import { messages } from './messages.ts';
import { queueOf } from './queue.ts';
import { RowKeys } from './row-keys.tsx';

/** The ratings that the reader was asked for, by the number under which examiners know a candidacy. */
const ratingsOf = async (api: Api, organization: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await allRows(async (page) => {
    const { ratings, total } = await api.scoring.listRatings({ organization, page });
    return { rows: ratings, total };
  });
  return new Map(rows.filter(({ state }) => state !== 'submitted').map(({ number, ratingId }) => [number, ratingId]));
};

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base, roles, personId } = place;
  const { api } = inside;
  const slug = queueOf(args.params.queue, inside.request.id);
  const [queue, { now }] = await Promise.all([
    api.candidacies.getQueue({ organization, queue: slug, page: pageNumber(args.url) }),
    api.identity.getOrganization({ organization }),
  ]);
  const rates = slug === 'ratings' && holds(place, 'examiner');
  const ratings = rates ? await ratingsOf(api, organization) : new Map<string, string>();
  const rows = queue.rows.map((row) => ({ ...row, path: leadsTo(slug, row, { base, roles, ratings }) }));
  return {
    ...queue,
    rows,
    now,
    base,
    personId,
    claims: slug !== 'ratings' && holds(place, 'reviewer', 'program-manager', 'finance'),
    manages: holds(place, 'program-manager'),
  };
});

export const action = act(async ({ request, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const claimed = form.get('act') === 'claim';
  try {
    await api.candidacies.claimCandidacy({ candidacyId: String(form.get('candidacyId')), claimed }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(`${url.pathname}${url.search}`);
});

export default function QueuePage({ loaderData: queue, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { now, base, personId, claims, manages } = queue;
  return (
    <Page
      title={queue.label}
      {...(queue.total > 0 ? { lead: t('lead', { total: queue.total }) } : {})}
      problem={actionData}
      acts={<ExportLink href={`${base}/queues/${queue.slug}/export.csv`} count={queue.total} />}
    >
      <RowKeys>
        <DataTable
          caption={t('caption')}
          rows={queue.rows}
          keyOf={(row) => `${row.candidacyId} ${row.subject ?? ''}`}
          linkOf={(row) => row.path}
          empty={
            <EmptyState title={t('empty')}>
              <p>{t('emptyDetail')}</p>
            </EmptyState>
          }
          columns={[
            { id: 'candidate', header: t('candidate'), cell: (row) => row.candidateName },
            { id: 'what', header: t('what'), speaksForItself: true, cell: (row) => row.what },
            { id: 'number', header: t('number'), line: 3, cell: (row) => <code>{row.number}</code> },
            { id: 'program', header: t('program'), line: 0, cell: (row) => row.abbreviation },
            {
              id: 'since',
              header: t('since'),
              line: 3,
              cell: (row) => <Time at={row.waitingSince} show="day" now={now} />,
            },
            {
              id: 'worker',
              header: t('worker'),
              line: 3,
              cell: (row) => <ClaimCell row={row} personId={personId} claims={claims} manages={manages} />,
            },
          ]}
        />
      </RowKeys>
      {queue.total > 0 && <Pager page={queue.page} pageSize={queue.pageSize} total={queue.total} />}
    </Page>
  );
}
