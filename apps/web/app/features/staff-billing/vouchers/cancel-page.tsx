import { redirect } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { refuse } from '../../../loading/refusal.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { formatMoney } from '../../../parts/format-money.ts';
import { Page } from '../../../parts/page.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/cancel-page';
import { messages } from './messages.ts';
import { allVouchers } from './vouchers.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const vouchers = await allVouchers(inside.api, organization, undefined);
  const voucher = vouchers.find(({ id }) => id === args.params.voucherId);
  if (!voucher) throw refuse(404, { code: 'web.not-found', message: '', requestId: inside.request.id });
  return { voucher, path: `${base}/billing/vouchers` };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const chosen = form.get('givenBack');
  if (chosen !== 'yes' && chosen !== 'no') {
    const message = textIn(localeOf(args.request), messages)('chooseGivenBack');
    return invalidForm(form, [{ name: 'givenBack', message }]);
  }
  try {
    const canceled = { organization, voucherId: args.params.voucherId, givenBack: chosen === 'yes' };
    await inside.api.billing.cancelVoucher(canceled, once(form));
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(`${base}/billing/vouchers`);
});

export default function CancelPage({ loaderData: { voucher, path }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { hint, title, state, priceMinor, currency } = voucher;
  const amount = formatMoney({ amountMinor: priceMinor, currency }, locale);
  return (
    <Page
      title={t('cancelTitle', { hint })}
      lead={t('cancelLead', { what: title })}
      back={<BackLink to={path}>{t('backToList')}</BackLink>}
      problem={actionData}
    >
      {state !== 'open' && state !== 'expired' ? (
        <Note title={t('notOpen')}>
          <p>{t('notOpenDetail')}</p>
        </Note>
      ) : (
        <ActForm>
          {priceMinor > 0 ? (
            <RadioList
              name="givenBack"
              legend={t('givenBack')}
              hint={t('givenBackHint', { amount })}
              options={[
                { value: 'yes', label: t('givenBackYes') },
                { value: 'no', label: t('givenBackNo') },
              ]}
            />
          ) : (
            <input type="hidden" name="givenBack" value="no" />
          )}
          <SubmitButton weight="grave">{t('cancelButton')}</SubmitButton>
        </ActForm>
      )}
    </Page>
  );
}
