import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DateFields } from '../../../parts/date-fields.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { plainAmount } from '../invoice.ts';
import type { Route } from './+types/issue-page';
import { Issued } from './issued.tsx';
import { messages } from './messages.ts';
import { readOrder } from './read-order.ts';

/** The fees that vouchers can pay, and the currencies that they are asked in. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { programs } = await inside.api.programs.listPrograms({ organization });
  const published = await Promise.all(
    programs.map(({ id }) => inside.api.programs.getProgram({ organization, programId: id })),
  );
  const fees = published.flatMap(({ program }) =>
    program.fees
      .filter(({ vouchers }) => vouchers === true)
      .map(({ id, title }) => ({ value: `${program.id}/${id}`, label: `${program.abbreviation}: ${title}` })),
  );
  const currencies = published.flatMap(({ program }) => [
    program.currency,
    ...(program.regions ?? []).flatMap(({ currency }) => currency ?? []),
  ]);
  return { base, fees, currencies: [...new Set(currencies)], batchId: crypto.randomUUID() };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const form = await args.request.formData();
  const read = readOrder(form, localeOf(args.request));
  if ('errors' in read) return invalidForm(form, read.errors);
  try {
    const batchId = String(form.get('batchId') ?? '');
    const { vouchers, csv } = await inside.api.billing.issueVouchers(
      { organization, batchId, ...read.order },
      once(form),
    );
    return { codes: vouchers.map(({ code }) => code), csv };
  } catch (error) {
    return refusedAct(form, error, (path) => (path === 'percent' || path === 'amountMinor' ? 'value' : path));
  }
});

export const headers = () => ({ 'cache-control': 'no-store' });

export default function IssuePage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { base, fees, currencies, batchId } = data;
  const back = <BackLink to={`${base}/billing/vouchers`}>{t('backToList')}</BackLink>;
  if (actionData && 'codes' in actionData) {
    return (
      <Page title={t('issuedTitle', { count: actionData.codes.length })} back={back}>
        <Issued codes={actionData.codes} csv={actionData.csv} />
      </Page>
    );
  }
  const [currency = 'USD'] = currencies;
  const example = plainAmount(5000, currency);
  return (
    <Page title={t('issueTitle')} lead={t('issueLead')} back={back} problem={actionData}>
      {fees.length === 0 ? (
        <Note title={t('noFees')}>
          <p>{t('noFeesDetail')}</p>
        </Note>
      ) : (
        <ActForm>
          <input type="hidden" name="batchId" value={batchId} />
          <RadioList name="fee" legend={t('fee')} options={fees} />
          <Field name="count" kind="number" width="short" label={t('count')} hint={t('countHint')} autoComplete="off" />
          <RadioList
            name="kind"
            legend={t('kind')}
            options={[
              { value: 'percent', label: t('percentKind') },
              { value: 'amount', label: t('amountKind') },
            ]}
            defaultValue="percent"
          />
          <Field
            name="value"
            kind="number"
            width="short"
            label={t('value')}
            hint={t('valueHint', { example })}
            defaultValue="100"
            autoComplete="off"
          />
          {currencies.length > 1 ? (
            <SelectField
              name="currency"
              label={t('currency')}
              options={currencies.map((each) => ({ value: each, label: each }))}
              defaultValue={currency}
              width="short"
            />
          ) : (
            <input type="hidden" name="currency" value={currency} />
          )}
          <Field
            name="price"
            kind="number"
            width="short"
            label={t('pricePaid')}
            hint={t('pricePaidHint')}
            defaultValue="0"
            autoComplete="off"
          />
          <Field name="recipient" label={t('recipient')} hint={t('recipientHint')} width="medium" autoComplete="off" />
          <DateFields name="expiresOn" legend={t('expiresOn')} />
          <SubmitButton>{t('issueButton')}</SubmitButton>
        </ActForm>
      )}
    </Page>
  );
}
