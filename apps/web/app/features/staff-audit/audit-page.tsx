import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { pageNumber, searchText } from '../../staff/page-number.ts';
import { staffPlace } from '../../staff/place.ts';
import { SearchForm } from '../../staff/search-form.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/audit-page';
import { detailInWords } from './detail-in-words.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const action = searchText(args.url, 'action');
  const verified = args.url.searchParams.has('verify')
    ? await inside.api.audit.verifyChain({ organization })
    : undefined;
  const page = pageNumber(args.url);
  const found = await inside.api.audit.listEntries({ organization, page, ...(action === '' ? {} : { action }) });
  return { ...found, action, verified, base };
});

export default function AuditPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { entries, total, page, pageSize, action, verified, base } = loaderData;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Panel>
        {verified && (
          <div role="status">
            <p>
              <strong>
                {verified.intact
                  ? t('intact', { entries: verified.entries })
                  : t('broken', { seq: verified.brokenAt ?? 0 })}
              </strong>
            </p>
            <p>
              {t('head')}: <code style={{ overflowWrap: 'anywhere' }}>{verified.head}</code>
            </p>
          </div>
        )}
        <Form method="get">
          <Button type="submit" name="verify" value="yes" variant="default">
            {t('verify')}
          </Button>
        </Form>
        <p style={{ marginBlockStart: 12 }}>
          <a href={`${base}/audit/export.json`}>{t('export')}</a>. {t('exportHint')}
        </p>
      </Panel>
      <SearchForm>
        <Field
          name="action"
          kind="search"
          label={t('filter')}
          hint={t('filterHint')}
          width="medium"
          defaultValue={action}
          autoComplete="off"
        />
      </SearchForm>
      <DataTable
        caption={t('caption')}
        rows={entries}
        keyOf={(entry) => String(entry.seq)}
        empty={<EmptyState title={t('nothing')} />}
        columns={[
          { id: 'action', header: t('action'), cell: (entry) => <code>{entry.action}</code> },
          { id: 'who', header: t('who'), speaksForItself: true, cell: (entry) => entry.actorName },
          { id: 'at', header: t('at'), speaksForItself: true, cell: (entry) => <Time at={entry.at} /> },
          { id: 'detail', header: t('detail'), line: 3, cell: (entry) => detailInWords(entry.detail) },
          { id: 'seq', header: t('seq'), numeric: true, line: 0, cell: (entry) => entry.seq },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
