import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Money } from '../../parts/money.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Time } from '../../parts/time.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { pageNumber } from '../../staff/page-number.ts';
import { holds, staffPlace } from '../../staff/place.ts';
import { ViewLinks } from '../../staff/view-links.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/invoices-page';
import { invoiceStates, stateOf } from './invoice.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const state = stateOf(args.url);
  const [list, { now }] = await Promise.all([
    inside.api.billing.listInvoices({ organization, page: pageNumber(args.url), ...(state && { state }) }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  return { ...list, base, now, state, opensLedger: holds(place, 'finance', 'auditor') };
});

export default function InvoicesPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { invoices, base, now, state, total, page, pageSize, opensLedger } = loaderData;
  const asked = state === undefined ? '' : `?state=${state}`;
  const money = (amountMinor: number, currency: string) => <Money amount={{ amountMinor, currency }} zero="amount" />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={<ExportLink href={`${base}/billing/export.csv${asked}`} count={total} />}
    >
      <ViewLinks label={t('views')}>
        <Link to={`${base}/billing`} aria-current={state === undefined ? 'page' : undefined}>
          {t('all')}
        </Link>
        {invoiceStates.map((each) => (
          <Link key={each} to={`${base}/billing?state=${each}`} aria-current={each === state ? 'page' : undefined}>
            {t(`state.${each}`)}
          </Link>
        ))}
        {opensLedger && <Link to={`${base}/billing/vouchers`}>{t('vouchers')}</Link>}
        {opensLedger && <Link to={`${base}/billing/ledger`}>{t('ledger')}</Link>}
      </ViewLinks>
      <DataTable
        caption={t('caption')}
        rows={invoices}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/billing/${id}`}
        empty={
          <EmptyState title={state === undefined ? t('nothingYet') : t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'number', header: t('number'), cell: (row) => row.number },
          { id: 'payer', header: t('payer'), speaksForItself: true, cell: (row) => row.payerName },
          {
            id: 'what',
            header: t('what'),
            line: 0,
            cell: (row) => row.lines.map(({ description }) => description).join(', '),
          },
          { id: 'total', header: t('total'), numeric: true, cell: (row) => money(row.totalMinor, row.currency) },
          { id: 'paid', header: t('paid'), numeric: true, line: 3, cell: (row) => money(row.paidMinor, row.currency) },
          { id: 'state', header: t('state'), speaksForItself: true, cell: (row) => t(`state.${row.state}`) },
          {
            id: 'due',
            header: t('due'),
            line: 3,
            cell: (row) => <Time at={row.dueAt} show="day" {...(row.state === 'open' ? { now } : {})} />,
          },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
