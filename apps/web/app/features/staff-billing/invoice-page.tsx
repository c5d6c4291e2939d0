import { Link, redirect } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Money } from '../../parts/money.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/invoice-page';
import { messages } from './messages.ts';
import { PaymentForm } from './payment-form.tsx';
import { recordPayment } from './record-payment.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const invoice = await inside.api.billing.getInvoice({ invoiceId: args.params.invoiceId });
  const opensCandidacy = holds(place, 'program-manager', 'finance', 'auditor');
  return { base: place.base, invoice, handles: holds(place, 'finance'), opensCandidacy };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const refused = await recordPayment({ api, invoiceId: params.invoiceId, form, locale: localeOf(request) });
  if (refused) return refused;
  throw redirect(url.pathname);
});

export default function InvoicePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { base, invoice, handles, opensCandidacy } = loaderData;
  const { id, number, state, lines, payments, currency, totalMinor, paidMinor } = invoice;
  const money = (amountMinor: number) => <Money amount={{ amountMinor, currency }} zero="amount" />;
  const openMinor = state === 'open' ? totalMinor - paidMinor : 0;
  const path = `${base}/billing/${id}`;
  return (
    <Page
      title={t('invoiceTitle', { number })}
      lead={t('invoiceLead', { payer: invoice.payerName, state: t(`state.${state}`) })}
      back={<BackLink to={`${base}/billing`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <Facts
        facts={[
          { label: t('total'), value: money(totalMinor) },
          ...(invoice.taxMinor > 0 ? [{ label: t('taxOf'), value: money(invoice.taxMinor) }] : []),
          { label: t('paid'), value: money(paidMinor) },
          ...(invoice.voucherMinor > 0 ? [{ label: t('byVoucher'), value: money(invoice.voucherMinor) }] : []),
          { label: t('open'), value: money(openMinor) },
          { label: t('issued'), value: <Time at={invoice.issuedAt} show="day" /> },
          { label: t('due'), value: <Time at={invoice.dueAt} show="day" /> },
          ...(opensCandidacy && invoice.candidacyId
            ? [
                {
                  label: t('candidacy'),
                  value: <Link to={`${base}/candidacies/${invoice.candidacyId}`}>{t('openCandidacy')}</Link>,
                },
              ]
            : []),
        ]}
      />
      <p>
        <a href={`${path}/pdf`}>{t(state === 'settled' ? 'receipt' : 'pdf')}</a>
      </p>
      <DataTable
        caption={t('lines')}
        captionShown
        rows={lines}
        keyOf={(line) => `${line.description} ${line.reason}`}
        empty={null}
        columns={[
          { id: 'line', header: t('line'), cell: (line) => line.description },
          {
            id: 'kind',
            header: t('kind'),
            speaksForItself: true,
            cell: (line) => t(line.kind === 'tax' ? 'taxLine' : 'charge'),
          },
          {
            id: 'reason',
            header: t('reason'),
            line: 3,
            speaksForItself: true,
            cell: ({ reason, includes = [] }) => (
              <>
                {reason} {includes.length > 0 && t('contains', { what: includes.join(', ') })}
              </>
            ),
          },
          { id: 'amount', header: t('amount'), numeric: true, cell: (line) => money(line.amountMinor) },
        ]}
      />
      <h2>{t('payments')}</h2>
      <DataTable
        caption={t('payments')}
        rows={payments}
        keyOf={(payment) => payment.id}
        empty={<p>{t('noPayments')}</p>}
        columns={[
          { id: 'received', header: t('received'), cell: (row) => <Time at={row.receivedAt} show="day" /> },
          {
            id: 'method',
            header: t('method'),
            speaksForItself: true,
            cell: (row) => (row.refund ? t('refundRow') : t(`method.${row.method}`)),
          },
          { id: 'reference', header: t('reference'), line: 3, cell: (row) => row.reference },
          {
            id: 'amount',
            header: t('amount'),
            numeric: true,
            speaksForItself: true,
            cell: (row) => money(row.refund ? -row.amountMinor : row.amountMinor),
          },
        ]}
      />
      {handles && paidMinor > 0 && (
        <LinkButton to={`${path}/refund`} weight="other">
          {t('refund')}
        </LinkButton>
      )}
      {handles && state === 'open' && (
        <>
          <h2>{t('record')}</h2>
          <p>{t('recordLead', { open: formatMoney({ amountMinor: openMinor, currency }, locale) })}</p>
          <PaymentForm invoice={invoice} />
        </>
      )}
    </Page>
  );
}
