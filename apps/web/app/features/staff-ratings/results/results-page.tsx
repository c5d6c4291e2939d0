import { Button, Checkbox } from '@mantine/core';
import { Form, Link } from 'react-router';
import { load } from '../../../loading/load.ts';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { Time } from '../../../parts/time.tsx';
import { ExportLink } from '../../../staff/export-link.tsx';
import { pageNumber } from '../../../staff/page-number.ts';
import { holds, staffPlace } from '../../../staff/place.ts';
import { ViewLinks } from '../../../staff/view-links.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/results-page';
import { messages } from './messages.ts';
import { resultColumns } from './result-columns.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const all = args.url.searchParams.get('show') === 'all';
  const asked = {
    organization: place.organization,
    page: pageNumber(args.url),
    waiting: all ? 'false' : 'true',
  } as const;
  const list = await inside.api.scoring.listResults(asked);
  const released = Number(args.url.searchParams.get('released') ?? 0);
  return { ...list, all, base: place.base, releases: !all && holds(place, 'psychometrician'), released };
});

export default function ResultsPage({ loaderData: data }: Route.ComponentProps) {
  const t = useText(messages);
  const { results, total, page, pageSize, all, base, releases, released } = data;
  const nameOf = (row: (typeof results)[number]) =>
    releases ? (
      <Checkbox
        size="xs"
        name="resultId"
        value={row.resultId}
        label={t('choose', { name: row.candidateName, assessment: row.assessmentTitle })}
      />
    ) : (
      row.candidateName
    );
  const releasedColumn = {
    id: 'released',
    header: t('released'),
    line: 3,
    cell: ({ releasedAt }: (typeof results)[number]) => releasedAt && <Time at={releasedAt} show="day" />,
  } as const;
  const table = (
    <DataTable
      caption={t('caption')}
      rows={results}
      keyOf={({ resultId }) => resultId}
      empty={
        <EmptyState title={t('nothing')}>
          <p>{t('nothingDetail')}</p>
        </EmptyState>
      }
      columns={[
        { id: 'candidate', header: t('candidate'), cell: nameOf },
        ...resultColumns(t, base),
        ...(all ? [releasedColumn] : []),
      ]}
    />
  );
  return (
    <Page
      title={t('title')}
      lead={t(all ? 'leadAll' : 'leadWaiting', { total })}
      acts={<ExportLink href={`${base}/results/export.csv${all ? '?show=all' : ''}`} count={total} />}
    >
      {released > 0 && <p role="status">{t('releasedNow', { count: released })}</p>}
      <ViewLinks label={t('views')}>
        <Link to={`${base}/results`} aria-current={all ? undefined : 'page'}>
          {t('waiting')}
        </Link>
        <Link to={`${base}/results?show=all`} aria-current={all ? 'page' : undefined}>
          {t('all')}
        </Link>
      </ViewLinks>
      {releases && results.length > 0 ? (
        <Form method="get" action={`${base}/results/release`}>
          {table}
          <ButtonRow>
            <Button type="submit">{t('releaseChosen')}</Button>
            <Button type="submit" variant="default" name="page" value={page}>
              {t('releasePage')}
            </Button>
          </ButtonRow>
        </Form>
      ) : (
        table
      )}
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
