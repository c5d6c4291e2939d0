import { redirect } from 'react-router';
import type { Api } from '../../api.ts';
import { useDocument } from '../../document/document-context.ts';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { type Translate, textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import { candidacyPath } from '../application/candidacy.ts';
import type { Route } from './+types/pay-page';
import { invoicePath, openMinor } from './invoice.ts';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { invoiceId }, url }: Route.LoaderArgs, { api }) => ({
  invoice: await api.billing.getInvoice({ invoiceId }),
  isCovered: url.searchParams.has('covered'),
}));

/** A card number is entered anew each time: it is never sent back. */
const withoutCard = (form: FormData): FormData => {
  const rest = new FormData();
  for (const [name, value] of form) if (name !== 'cardNumber') rest.append(name, value);
  return rest;
};

interface Redeeming {
  readonly api: Api;
  readonly form: FormData;
  readonly candidacyId: string;
  readonly invoiceId: string;
  readonly t: Translate<typeof messages>;
}

/** A voucher pays all of the invoice, or a part of it; the rest stays open. The code is never sent back. */
const redeem = async ({ api, form, candidacyId, invoiceId, t }: Redeeming) => {
  const code = String(form.get('voucherCode') ?? '').trim();
  if (code.length < 4 || code.length > 60) {
    return invalidForm(form, [{ name: 'voucherCode', message: t('enterVoucher') }]);
  }
  try {
    const { state } = await api.billing.redeemVoucher({ invoiceId, code }, once(form, 'redeem'));
    throw redirect(invoicePath(candidacyId, invoiceId, state === 'settled' ? '?paid' : '/pay?covered'));
  } catch (error) {
    return refusedForm(form, error, () => 'voucherCode', 'voucherCode');
  }
};

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const { candidacyId, invoiceId } = params;
  const form = await request.formData();
  const cardNumber = String(form.get('cardNumber') ?? '').replaceAll(/[\s-]/g, '');
  const kept = withoutCard(form);
  const t = textIn(localeOf(request), messages);
  if (form.get('act') === 'redeem') return redeem({ api, form, candidacyId, invoiceId, t });
  if (!/^\d{16}$/.test(cardNumber)) return invalidForm(kept, [{ name: 'cardNumber', message: t('enterCard') }]);
  try {
    const { intentId } = await api.billing.beginPayment({ invoiceId }, once(form, 'begin'));
    await api.billing.confirmPayment({ invoiceId, intentId, cardNumber }, once(form, 'confirm'));
  } catch (error) {
    return refusedForm(kept, error);
  }
  throw redirect(invoicePath(candidacyId, invoiceId, '?paid'));
});

export default function PayPage({ loaderData: { invoice, isCovered }, actionData, params }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { number, organizationName, currency, state, dueAt, id, takesVouchers } = invoice;
  const amount = formatMoney({ amountMinor: openMinor(invoice), currency }, locale);
  const back = <BackLink to={candidacyPath(params.candidacyId, '/fees')}>{t('toFees')}</BackLink>;
  if (state !== 'open') {
    return (
      <Page title={t('invoice', { number })} back={back}>
        <EmptyState title={t('alreadyPaid', { state })}>
          <LinkButton to={invoicePath(params.candidacyId, id)}>{t('see')}</LinkButton>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('payTitle', { amount })}
      lead={t.rich('payLead', {
        number,
        organization: organizationName,
        date: <Time key="due" at={dueAt} zone="UTC" show="day" />,
      })}
      back={back}
      problem={actionData}
    >
      {isCovered && <p role="status">{t('covered', { amount })}</p>}
      {takesVouchers && <h2>{t('cardTitle')}</h2>}
      <Panel title={t('testGateway')} sunken>
        <p>{t('testCards')}</p>
      </Panel>
      <ActForm>
        <Field
          name="cardNumber"
          label={t('card')}
          hint={t('cardHint')}
          width="medium"
          kind="number"
          autoComplete="cc-number"
        />
        <ButtonRow>
          <SubmitButton>{t('pay', { amount })}</SubmitButton>
          <span>{t('again')}</span>
        </ButtonRow>
      </ActForm>
      {takesVouchers && (
        <>
          <h2>{t('voucherTitle')}</h2>
          <ActForm>
            <Field name="voucherCode" label={t('voucher')} hint={t('voucherHint')} width="medium" autoComplete="off" />
            <ButtonRow>
              <SubmitButton name="act" value="redeem" weight="other">
                {t('redeem')}
              </SubmitButton>
            </ButtonRow>
          </ActForm>
        </>
      )}
    </Page>
  );
}
