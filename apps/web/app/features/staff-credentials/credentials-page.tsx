import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { pageNumber, searchText } from '../../staff/page-number.ts';
import { staffPlace } from '../../staff/place.ts';
import { SearchForm } from '../../staff/search-form.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/credentials-page';
import { IssuingNote } from './issuing-note.tsx';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const query = searchText(args.url);
  const page = pageNumber(args.url);
  const { credentialing } = inside.api;
  const [found, waiting, { reissues }] = await Promise.all([
    credentialing.listCredentials({ organization, query, page }),
    credentialing.listIssuances({ organization }),
    credentialing.listReissues({ organization }),
  ]);
  return { query, base, found, waiting, run: reissues.find(({ state }) => state !== 'done') };
});

export default function CredentialsPage({ loaderData: { query, base, found, waiting, run } }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentials, total, page, pageSize } = found;
  const exported = `${base}/credentials/export.csv${query === '' ? '' : `?query=${encodeURIComponent(query)}`}`;
  return (
    <Page title={t('title')} lead={t('lead')} acts={<ExportLink href={exported} count={total} />}>
      <IssuingNote waiting={waiting} run={run} base={base} />
      <SearchForm>
        <Field name="query" kind="search" label={t('query')} width="medium" defaultValue={query} autoComplete="off" />
      </SearchForm>
      <DataTable
        caption={t('caption')}
        rows={credentials}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/credentials/${id}`}
        empty={<EmptyState title={query === '' ? t('nothingYet') : t('nothing', { query })} />}
        columns={[
          { id: 'holder', header: t('holder'), cell: (row) => row.holderName },
          { id: 'number', header: t('number'), speaksForItself: true, cell: (row) => <code>{row.number}</code> },
          { id: 'program', header: t('program'), line: 0, cell: (row) => row.abbreviation },
          {
            id: 'status',
            header: t('status'),
            line: 3,
            speaksForItself: true,
            cell: (row) => <Status of="credential" is={row.state} />,
          },
          { id: 'from', header: t('from'), line: 0, cell: (row) => <Time at={row.validFrom} show="day" /> },
          { id: 'until', header: t('until'), line: 3, cell: (row) => <Time at={row.validUntil} show="day" /> },
          {
            id: 'pending',
            header: t('pending'),
            line: 3,
            speaksForItself: true,
            cell: (row) => row.revocationPending && t('pendingYes'),
          },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
