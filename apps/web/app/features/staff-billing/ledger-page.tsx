import { useDocument } from '../../document/document-context.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { Money } from '../../parts/money.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/ledger-page';
import { accountWords, type Ledger, sumsOf } from './ledger.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return { base, ...(await inside.api.billing.getLedger({ organization })) };
});

export default function LedgerPage({ loaderData: { base, accounts, entries } }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const shown = (amountMinor: number, currency: string) => <Money amount={{ amountMinor, currency }} zero="amount" />;
  const said = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, locale);
  const postings = (rows: Ledger['entries'][number]['postings']) =>
    rows.map(({ account, currency, debitMinor, creditMinor }) => (
      <div key={account}>
        {debitMinor > 0
          ? t('postingDebit', { account: t(accountWords(account)), amount: said(debitMinor, currency) })
          : t('postingCredit', { account: t(accountWords(account)), amount: said(creditMinor, currency) })}
      </div>
    ));
  const count = entries.reduce((sum, entry) => sum + entry.postings.length, 0);
  return (
    <Page
      title={t('ledgerTitle')}
      lead={t('ledgerLead')}
      back={<BackLink to={`${base}/billing`}>{t('title')}</BackLink>}
      acts={<ExportLink href={`${base}/billing/ledger/export.csv`} count={count} />}
    >
      {sumsOf(accounts).map(({ currency, debitMinor, creditMinor }) => (
        <p key={currency}>
          {debitMinor === creditMinor
            ? t('balanced', { amount: said(debitMinor, currency) })
            : t('unbalanced', { currency, debit: said(debitMinor, currency), credit: said(creditMinor, currency) })}
        </p>
      ))}
      <DataTable
        caption={t('accounts')}
        captionShown
        rows={accounts}
        keyOf={({ account, currency }) => `${account} ${currency}`}
        empty={null}
        columns={[
          { id: 'account', header: t('account'), cell: (row) => t(accountWords(row.account)) },
          { id: 'debit', header: t('debit'), numeric: true, cell: (row) => shown(row.debitMinor, row.currency) },
          { id: 'credit', header: t('credit'), numeric: true, cell: (row) => shown(row.creditMinor, row.currency) },
          {
            id: 'balance',
            header: t('balance'),
            numeric: true,
            line: 3,
            cell: (row) => shown(row.debitMinor - row.creditMinor, row.currency),
          },
        ]}
      />
      <DataTable
        caption={t('entries')}
        captionShown
        rows={entries}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('noEntries')} />}
        columns={[
          { id: 'entry', header: t('entry'), cell: (row) => row.description },
          { id: 'when', header: t('when'), cell: (row) => <Time at={row.at} /> },
          {
            id: 'postings',
            header: t('postings'),
            line: 3,
            speaksForItself: true,
            cell: (row) => postings(row.postings),
          },
        ]}
      />
    </Page>
  );
}
