import type { FieldError } from '../../forms/form-problem.ts';
import { readDate } from '../../parts/date-parts.ts';
import type { Translate } from '../../text/format.ts';
import type { messages } from './messages.ts';

export interface Education {
  readonly title: string;
  readonly provider: string;
  readonly hours: number;
  readonly completedOn: string;
  readonly category?: string;
}

type Read = { readonly ok: true; readonly entry: Education } | { readonly ok: false; readonly errors: FieldError[] };

/** Continuing education as it was entered. Hours are quarters; a comma may stand for the point. */
export const readEducation = (
  form: FormData,
  categories: readonly { readonly id: string }[],
  t: Translate<typeof messages>,
): Read => {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [title, provider, written] = [text('title'), text('provider'), text('hours').replace(',', '.')];
  const hours = Number(written);
  const isHours = /^\d{1,3}(\.\d{1,2})?$/.test(written) && hours >= 0.25 && hours <= 200 && Number.isInteger(hours * 4);
  const completedOn = readDate(form, 'completedOn');
  // Of one kind there is nothing to choose.
  const isChosen = categories.length > 1;
  const category = text('category');
  const errors = [
    title === '' && { name: 'title', message: t('enterActivity') },
    provider === '' && { name: 'provider', message: t('enterProvider') },
    isChosen && !categories.some(({ id }) => id === category) && { name: 'category', message: t('chooseCategory') },
    !isHours && { name: 'hours', message: t('enterHours') },
    !completedOn.ok && { name: 'completedOn', message: t('enterCompleted') },
  ].filter((error) => error !== false);
  if (errors.length > 0 || !completedOn.ok) return { ok: false, errors };
  const entry = { title, provider, hours, completedOn: completedOn.date };
  return { ok: true, entry: isChosen ? { ...entry, category } : entry };
};
