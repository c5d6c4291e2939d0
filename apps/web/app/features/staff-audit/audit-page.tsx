import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { apiDocumentContext } from '../../context.ts';
import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { Time } from '../../parts/time.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { pageNumber } from '../../staff/page-number.ts';
import { holds, type StaffPlace, staffPlace } from '../../staff/place.ts';
import { SearchForm } from '../../staff/search-form.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/audit-page';
import { actSummaries } from './act-summaries.ts';
import { areaOf, areas, areaWords } from './areas.ts';
import { actInWords, detailsOf, type Subject, subjectOf } from './describe-entry.ts';
import { DetailList } from './detail-list.tsx';
import { messages } from './messages.ts';

/** Administrators open credentials and no candidate's own papers. */
const openedBy = (place: StaffPlace, { kind, path }: Subject): Subject => ({
  kind,
  path: holds(place, 'auditor') || kind === 'credential' ? path : undefined,
});

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const area = areaOf(args.url);
  const asked = { organization, page: pageNumber(args.url), ...(area ? { action: area } : {}) };
  const { entries, ...list } = await inside.api.audit.listEntries(asked);
  const summaries = actSummaries(args.context.get(apiDocumentContext));
  const rows = entries.map(({ seq, at, actorName, action, subject, detail, hash }) => ({
    seq,
    at,
    actorName,
    act: actInWords(action, summaries),
    subject: openedBy(place, subjectOf(subject)),
    details: detailsOf(detail),
    hash,
  }));
  return { ...list, rows, base, area };
});

export default function AuditPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { rows, total, page, pageSize, base, area } = loaderData;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        <>
          <LinkButton to={`${base}/audit/verification`} weight="other">
            {t('verify')}
          </LinkButton>
          <Button component="a" href={`${base}/audit/export.json`} variant="default">
            {t('export')}
          </Button>
          <ExportLink href={`${base}/audit/export.csv${area ? `?area=${area}` : ''}`} count={total} />
        </>
      }
    >
      <SearchForm>
        <SelectField
          name="area"
          label={t('area')}
          defaultValue={area ?? ''}
          options={[
            { value: '', label: t('all') },
            ...areas.map((each) => ({ value: each, label: t(areaWords(each)) })),
          ]}
        />
      </SearchForm>
      <DataTable
        caption={t('caption')}
        rows={rows}
        keyOf={({ seq }) => String(seq)}
        empty={<EmptyState title={t('nothing')} />}
        columns={[
          { id: 'act', header: t('action'), cell: (row) => row.act },
          { id: 'who', header: t('who'), speaksForItself: true, cell: (row) => row.actorName },
          {
            id: 'subject',
            header: t('subject'),
            speaksForItself: true,
            cell: ({ subject: { kind, path } }) =>
              path ? <Link to={`${base}/${path}`}>{t(`subject.${kind}`)}</Link> : t(`subject.${kind}`),
          },
          { id: 'when', header: t('when'), line: 3, cell: (row) => <Time at={row.at} /> },
          {
            id: 'detail',
            header: t('detail'),
            line: 3,
            speaksForItself: true,
            cell: (row) => (
              <Disclosure label={t('detail')} about={t('detailOf', { seq: row.seq })}>
                <DetailList details={row.details} hash={row.hash} />
              </Disclosure>
            ),
          },
          { id: 'number', header: t('number'), numeric: true, line: 0, cell: (row) => row.seq },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
