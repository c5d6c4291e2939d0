import type { FieldError } from '../../../forms/form-problem.ts';
import { readDate } from '../../../parts/date-parts.ts';
import { formatDate } from '../../../parts/format-time.ts';
import { textIn } from '../../../text/format.ts';
import type { Locale } from '../../../text/locales.ts';
import { amountOf, plainAmount } from '../invoice.ts';
import { messages } from './messages.ts';

export interface VoucherOrder {
  readonly programId: string;
  readonly fee: string;
  readonly count: number;
  readonly percent?: number;
  readonly amountMinor?: number;
  readonly currency: string;
  readonly priceMinor: number;
  readonly recipient: string;
  readonly expiresOn: string;
}

/** What the form orders, or what is wrong with it, field by field. */
export const readOrder = (form: FormData, locale: Locale): { order: VoucherOrder } | { errors: FieldError[] } => {
  const t = textIn(locale, messages);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [programId = '', fee = ''] = text('fee').split('/');
  const count = Number(text('count'));
  const currency = text('currency');
  const example = plainAmount(5000, /^[A-Z]{3}$/.test(currency) ? currency : 'USD');
  const kind = text('kind');
  const percent = Number(text('value'));
  const isPercent = kind === 'percent' && percent > 0 && percent <= 100;
  const amountMinor = kind === 'amount' ? amountOf(text('value'), currency) : undefined;
  const priceMinor = /^0*(\.0*)?$/.test(text('price')) ? 0 : amountOf(text('price'), currency);
  const expiresOn = readDate(form, 'expiresOn');
  const wrong = (name: string, message: string, isWrong: boolean): FieldError[] => (isWrong ? [{ name, message }] : []);
  const errors = [
    ...wrong('fee', t('chooseFee'), fee === ''),
    ...wrong('count', t('enterCount'), !(Number.isInteger(count) && count >= 1 && count <= 500)),
    ...wrong('kind', t('chooseKind'), kind !== 'percent' && kind !== 'amount'),
    ...wrong('value', t('enterPercent'), kind === 'percent' && !isPercent),
    ...wrong('value', t('enterAmount', { example }), kind === 'amount' && amountMinor === undefined),
    ...wrong('price', t('enterPrice', { example }), priceMinor === undefined),
    ...wrong('recipient', t('enterRecipient'), text('recipient') === ''),
    ...wrong('expiresOn', t('enterDate', { example: formatDate('2028-12-31', locale) }), !expiresOn.ok),
  ];
  if (errors.length > 0 || priceMinor === undefined || !expiresOn.ok) return { errors };
  const worth = isPercent ? { percent } : amountMinor === undefined ? {} : { amountMinor };
  return {
    order: {
      programId,
      fee,
      count,
      ...worth,
      currency,
      priceMinor,
      recipient: text('recipient'),
      expiresOn: expiresOn.date,
    },
  };
};
