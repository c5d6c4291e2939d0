import type { Api } from '../../api.ts';
import { invalidForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { readDate } from '../../parts/date-parts.ts';
import { formatDate } from '../../parts/format-time.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { textIn } from '../../text/format.ts';
import type { Locale } from '../../text/locales.ts';
import { amountOf, methods, plainAmount } from './invoice.ts';
import { messages } from './messages.ts';

interface Recording {
  readonly api: Api;
  readonly invoiceId: string;
  readonly form: FormData;
  readonly locale: Locale;
}

/** Records what arrived by other means. Undefined once it is recorded, else the form with what is wrong. */
export const recordPayment = async ({ api, invoiceId, form, locale }: Recording) => {
  const t = textIn(locale, messages);
  const { currency } = await api.billing.getInvoice({ invoiceId });
  const amountMinor = amountOf(String(form.get('amountMinor') ?? ''), currency);
  const method = methods.find((each) => each === form.get('method'));
  const receivedOn = readDate(form, 'receivedOn');
  const reference = String(form.get('reference') ?? '').trim();
  const errors = [
    ...(amountMinor === undefined
      ? [{ name: 'amountMinor', message: t('enterAmount', { example: plainAmount(17_500, currency) }) }]
      : []),
    ...(method === undefined ? [{ name: 'method', message: t('chooseMethod') }] : []),
    ...(receivedOn.ok
      ? []
      : [{ name: 'receivedOn', message: t('enterDate', { example: formatDate('2027-03-27', locale) }) }]),
    ...(reference === '' ? [{ name: 'reference', message: t('enterReference') }] : []),
  ];
  if (amountMinor === undefined || method === undefined || !receivedOn.ok || errors.length > 0) {
    return invalidForm(form, errors);
  }
  try {
    const payment = { invoiceId, amountMinor, method, receivedOn: receivedOn.date, reference };
    await api.billing.recordPayment(payment, once(form));
    return undefined;
  } catch (error) {
    return refusedAct(form, error);
  }
};
