import { intlLocaleOf, type Locale } from '../text/locales.ts';

export const dateParts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof dateParts)[number];

export const partName = (name: string, part: DatePart): string => `${name}.${part}`;

/** In the order in which the language writes them: month, day, year in American English. */
export const datePartsIn = (locale: Locale): readonly DatePart[] =>
  new Intl.DateTimeFormat(intlLocaleOf(locale), { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(new Date(0))
    .map(({ type }) => type)
    .filter((type): type is DatePart => dateParts.some((part) => part === type));

/** `empty`: nothing was entered. `incomplete`: a part is missing. `impossible`: no such day. */
export type DateEntered =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly reason: 'empty' | 'incomplete' | 'impossible' };

/**
 * Reads what `DateFields` sent. With `upTo: 'month'` the day is the first.
 */
export const readDate = (form: FormData, name: string, upTo: 'day' | 'month' = 'day'): DateEntered => {
  const text = (part: DatePart) => String(form.get(partName(name, part)) ?? '').trim();
  const year = text('year');
  const month = text('month');
  const day = upTo === 'day' ? text('day') : '1';
  const entered = upTo === 'day' ? [year, month, day] : [year, month];
  if (entered.every((value) => value === '')) return { ok: false, reason: 'empty' };
  if (entered.some((value) => value === '')) return { ok: false, reason: 'incomplete' };
  const numbers = [/^\d{4}$/.test(year), /^\d{1,2}$/.test(month), /^\d{1,2}$/.test(day)];
  if (numbers.includes(false)) return { ok: false, reason: 'impossible' };
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return real ? { ok: true, date } : { ok: false, reason: 'impossible' };
};
