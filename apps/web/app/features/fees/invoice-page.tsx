import { useDocument } from '../../document/document-context.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { candidacyPath, loadCandidacy } from '../application/candidacy.ts';
import type { Route } from './+types/invoice-page';
import { Brings } from './brings.tsx';
import { type Invoice, invoicePath, openMinor } from './invoice.ts';
import { InvoiceLines } from './invoice-lines.tsx';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { candidacyId, invoiceId }, url }: Route.LoaderArgs, { api }) => {
  const [invoice, { candidacy, program }] = await Promise.all([
    api.billing.getInvoice({ invoiceId }),
    loadCandidacy(api, candidacyId),
  ]);
  return { invoice, candidacy, program, isJustPaid: url.searchParams.has('paid') && invoice.state === 'settled' };
});

/** One invoice with its payments: the receipt once it is paid. */
export default function InvoicePage({ loaderData, params: { candidacyId } }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { invoice, candidacy, program, isJustPaid } = loaderData;
  const { id, number, state, currency } = invoice;
  const amount = formatMoney({ amountMinor: openMinor(invoice), currency }, locale);
  return (
    <Page
      title={isJustPaid ? t('paidTitle') : t('invoice', { number })}
      lead={isJustPaid ? t('paidMore') : invoice.organizationName}
      back={<BackLink to={candidacyPath(candidacyId, '/fees')}>{t('toFees')}</BackLink>}
    >
      <Panel title={t('invoice', { number })}>
        <InvoiceLines invoice={invoice} now={candidacy.standing.at} />
        <Brings program={program} candidacy={candidacy} invoiceId={id} />
      </Panel>
      <Payments invoice={invoice} />
      <ButtonRow>
        {state === 'open' && <LinkButton to={invoicePath(candidacyId, id, '/pay')}>{t('pay', { amount })}</LinkButton>}
        {isJustPaid && <LinkButton to={candidacyPath(candidacyId)}>{t('toStanding')}</LinkButton>}
        <a href={invoicePath(candidacyId, id, '/receipt.pdf')}>
          {t(state === 'settled' ? 'receiptPdf' : 'invoicePdf')}
        </a>
      </ButtonRow>
    </Page>
  );
}

const Payments = ({ invoice: { payments } }: { invoice: Invoice }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  if (payments.length === 0) return null;
  return (
    <>
      <h2>{t('payments')}</h2>
      <ul>
        {payments.map(({ id, refund, method, amountMinor, currency, receivedAt }) => {
          const amount = formatMoney({ amountMinor, currency }, locale);
          return (
            <li key={id}>
              {refund ? t('refunded', { amount }) : t('received', { amount, method: t(`method.${method}`) })},{' '}
              <Time at={receivedAt} />
            </li>
          );
        })}
      </ul>
    </>
  );
};
