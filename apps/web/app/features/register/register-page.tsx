import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/register-page';
import { messages } from './messages.ts';
import styles from './register.module.css';

export const loader = load(async ({ request }: Route.LoaderArgs, { api }) => {
  const search = new URL(request.url).searchParams;
  const query = search.get('query')?.trim().slice(0, 100) ?? '';
  const page = Math.max(1, Math.trunc(Number(search.get('page') ?? 1)) || 1);
  return { query, found: await api.registry.searchRegister({ query, page }) };
});

export default function RegisterPage({ loaderData: { query, found } }: Route.ComponentProps) {
  const t = useText(messages);
  const nothing = (
    <EmptyState title={query === '' ? t('nobodyYet') : t('nobody', { query })}>
      <p>
        <Link to="/verify">{t('verify')}</Link>
      </p>
    </EmptyState>
  );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Form method="get" role="search" className={styles.search}>
        <Field name="query" label={t('query')} kind="search" width="medium" defaultValue={query} autoComplete="off" />
        <Button type="submit" variant="default">
          {t('search')}
        </Button>
      </Form>
      <DataTable
        caption={t('caption')}
        rows={found.entries}
        keyOf={(entry) => entry.number}
        linkOf={(entry) => `/c/${entry.number}`}
        empty={nothing}
        columns={[
          { id: 'name', header: t('name'), cell: (entry) => entry.holderName },
          {
            id: 'credential',
            header: t('credential'),
            speaksForItself: true,
            cell: (entry) => `${entry.title}${entry.demonstration ? ` (${t('demonstration')})` : ''}`,
          },
          {
            id: 'status',
            header: t('status'),
            speaksForItself: true,
            cell: (entry) => <Status of="credential" is={entry.state} />,
          },
          { id: 'until', header: t('until'), line: 3, cell: (entry) => <Time at={entry.validUntil} show="day" /> },
          {
            id: 'number',
            header: t('number'),
            line: 0,
            cell: (entry) => <code>{entry.number}</code>,
          },
        ]}
      />
      {found.total > 0 && <Pager page={found.page} pageSize={found.pageSize} total={found.total} />}
    </Page>
  );
}
