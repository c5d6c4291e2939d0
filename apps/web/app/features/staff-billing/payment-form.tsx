import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { DateFields } from '../../parts/date-fields.tsx';
import { Field } from '../../parts/field.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { useText } from '../../text/use-text.ts';
import { type Invoice, methods, plainAmount } from './invoice.ts';
import { messages } from './messages.ts';

/** A payment that arrived by other means than the gateway; what is open is offered as the amount. */
export const PaymentForm = ({ invoice }: { invoice: Invoice }) => {
  const t = useText(messages);
  const { currency, totalMinor, paidMinor } = invoice;
  return (
    <ActForm>
      <Field
        name="amountMinor"
        kind="number"
        width="short"
        label={t('recordAmount', { currency })}
        hint={t('recordAmountHint', { example: plainAmount(17_500, currency) })}
        defaultValue={plainAmount(totalMinor - paidMinor, currency)}
        autoComplete="off"
      />
      <RadioList
        name="method"
        legend={t('method')}
        options={methods.map((method) => ({ value: method, label: t(`method.${method}`) }))}
      />
      <DateFields name="receivedOn" legend={t('receivedOn')} />
      <Field name="reference" label={t('reference')} hint={t('referenceHint')} width="medium" autoComplete="off" />
      <SubmitButton>{t('recordButton')}</SubmitButton>
    </ActForm>
  );
};
