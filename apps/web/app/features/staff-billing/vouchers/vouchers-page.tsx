import { Link } from 'react-router';
import { load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Money } from '../../../parts/money.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { Time } from '../../../parts/time.tsx';
import { ExportLink } from '../../../staff/export-link.tsx';
import { pageNumber } from '../../../staff/page-number.ts';
import { holds, staffPlace } from '../../../staff/place.ts';
import { ViewLinks } from '../../../staff/view-links.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/vouchers-page';
import { messages } from './messages.ts';
import { type Voucher, voucherStateOf, voucherStates } from './vouchers.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const state = voucherStateOf(args.url);
  const asked = { organization, page: pageNumber(args.url), ...(state && { state }) };
  return { ...(await inside.api.billing.listVouchers(asked)), base, state, issues: holds(place, 'finance') };
});

export default function VouchersPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { vouchers, base, state, total, page, pageSize, issues } = loaderData;
  const path = `${base}/billing/vouchers`;
  const worth = ({ amountMinor, currency, percent }: Voucher) =>
    amountMinor === undefined ? (
      t('worthPercent', { percent: percent ?? 0 })
    ) : (
      <Money amount={{ amountMinor, currency }} />
    );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<BackLink to={`${base}/billing`}>{t('back')}</BackLink>}
      acts={
        <>
          <ExportLink href={`${path}/export.csv${state ? `?state=${state}` : ''}`} count={total} />
          {issues && <LinkButton to={`${path}/issue`}>{t('issue')}</LinkButton>}
        </>
      }
    >
      <ViewLinks label={t('views')}>
        <Link to={path} aria-current={state === undefined ? 'page' : undefined}>
          {t('all')}
        </Link>
        {voucherStates.map((each) => (
          <Link key={each} to={`${path}?state=${each}`} aria-current={each === state ? 'page' : undefined}>
            {t(`state.${each}`)}
          </Link>
        ))}
      </ViewLinks>
      <DataTable
        caption={t('caption')}
        rows={vouchers}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={state === undefined ? t('nothingYet') : t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'code', header: t('code'), cell: ({ hint }) => t('hint', { hint }) },
          { id: 'what', header: t('what'), cell: ({ title }) => title },
          { id: 'worth', header: t('worth'), numeric: true, cell: worth },
          { id: 'recipient', header: t('recipient'), line: 3, cell: ({ recipient }) => recipient },
          { id: 'issued', header: t('issued'), line: 0, cell: (row) => <Time at={row.issuedAt} show="day" /> },
          { id: 'until', header: t('until'), line: 3, cell: (row) => <Time at={row.expiresAt} show="day" /> },
          {
            id: 'state',
            header: t('state'),
            speaksForItself: true,
            cell: (row) => (
              <>
                {t(`state.${row.state}`)}{' '}
                {row.invoiceId !== undefined && <Link to={`${base}/billing/${row.invoiceId}`}>{t('invoice')}</Link>}
                {issues && row.state === 'open' && (
                  <Link to={`${path}/${row.id}/cancel`}>
                    {t('cancel')}
                    <span className="t-hidden"> {t('hint', { hint: row.hint })}</span>
                  </Link>
                )}
              </>
            ),
          },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
