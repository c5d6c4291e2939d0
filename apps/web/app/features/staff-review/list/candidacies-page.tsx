import { load } from '../../../loading/load.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { Time } from '../../../parts/time.tsx';
import { StaffStatus } from '../../../staff/candidacy-status.tsx';
import { ExportLink } from '../../../staff/export-link.tsx';
import { pageNumber, searchText } from '../../../staff/page-number.ts';
import { staffPlace } from '../../../staff/place.ts';
import { SearchForm } from '../../../staff/search-form.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/candidacies-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const query = searchText(args.url);
  const found = await inside.api.candidacies.searchCandidacies({ organization, query, page: pageNumber(args.url) });
  // A standing holds more than a row shows.
  const rows = found.candidacies.map(({ standing, ...row }) => ({ ...row, status: standing.status }));
  return { query, base, rows, total: found.total, page: found.page, pageSize: found.pageSize };
});

export default function CandidaciesPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { query, base, rows, total, page, pageSize } = loaderData;
  const nothing = (
    <EmptyState title={query === '' ? t('nobodyYet') : t('nobody', { query })}>
      {query !== '' && <p>{t('nobodyHint')}</p>}
    </EmptyState>
  );
  const exported = `${base}/candidacies/export.csv${query === '' ? '' : `?query=${encodeURIComponent(query)}`}`;
  return (
    <Page title={t('title')} lead={t('lead')} acts={<ExportLink href={exported} count={total} />}>
      <SearchForm>
        <Field name="query" kind="search" label={t('query')} width="medium" defaultValue={query} autoComplete="off" />
      </SearchForm>
      <DataTable
        caption={t('caption')}
        rows={rows}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/candidacies/${id}`}
        empty={nothing}
        columns={[
          { id: 'candidate', header: t('candidate'), cell: (row) => row.candidateName },
          { id: 'number', header: t('number'), speaksForItself: true, cell: (row) => <code>{row.number}</code> },
          { id: 'program', header: t('program'), speaksForItself: true, cell: (row) => row.abbreviation },
          { id: 'edition', header: t('edition'), line: 0, cell: (row) => row.edition },
          {
            id: 'status',
            header: t('status'),
            line: 3,
            speaksForItself: true,
            cell: (row) => <StaffStatus is={row.status} />,
          },
          { id: 'changed', header: t('changed'), line: 3, cell: (row) => <Time at={row.updatedAt} show="day" /> },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
