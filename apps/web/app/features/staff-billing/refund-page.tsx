import { redirect } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { Page } from '../../parts/page.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/refund-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  return { base, invoice: await inside.api.billing.getInvoice({ invoiceId: args.params.invoiceId }) };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '').trim();
  if (reason.length < 3) {
    return invalidForm(form, [{ name: 'reason', message: textIn(localeOf(request), messages)('enterReason') }]);
  }
  try {
    await api.billing.refundInvoice({ invoiceId: params.invoiceId, reason }, once(form));
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(url.pathname.replace(/\/refund$/, ''));
});

export default function RefundPage({ loaderData: { base, invoice }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { id, number, state, payerName, paidMinor, currency } = invoice;
  const amount = formatMoney({ amountMinor: paidMinor, currency }, locale);
  return (
    <Page
      title={t('refundTitle', { amount })}
      lead={t('refundLead', { number, payer: payerName })}
      back={<BackLink to={`${base}/billing/${id}`}>{t('backToInvoice')}</BackLink>}
      problem={actionData}
    >
      {paidMinor === 0 ? (
        <Note title={t('nothingPaid')} />
      ) : (
        <>
          <p>{t(state === 'settled' ? 'refundSettled' : 'refundPart')}</p>
          <p>{t('refundMoves')}</p>
          <ActForm>
            <Field name="reason" label={t('refundReason')} hint={t('refundReasonHint')} lines={2} />
            <SubmitButton weight="grave">{t('refundButton', { amount })}</SubmitButton>
          </ActForm>
        </>
      )}
    </Page>
  );
}
