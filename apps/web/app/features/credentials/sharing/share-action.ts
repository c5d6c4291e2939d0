import type { Api } from '../../../api.ts';
import { type FieldError, invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import type { Translate } from '../../../text/format.ts';
import type { messages } from './messages.ts';

const periods: Readonly<Record<string, 7 | 30 | 90 | 'open'>> = { '7': 7, '30': 30, '90': 90, open: 'open' };

/** Makes a link, or ends the one that the form names. The address is in this one answer and nowhere else. */
export const shareOrEnd = async (form: FormData, api: Api, t: Translate<typeof messages>, credentialId: string) => {
  const linkId = form.get('end');
  if (typeof linkId === 'string') {
    await api.credentialing.endShareLink({ credentialId, linkId }, once(form));
    return undefined;
  }
  const label = String(form.get('label') ?? '').trim();
  const period = periods[String(form.get('days') ?? '')];
  const errors: readonly FieldError[] = [
    ...(label === '' ? [{ name: 'label', message: t('enterForWhom') }] : []),
    ...(period === undefined ? [{ name: 'days', message: t('chooseDays') }] : []),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  const shows = form.getAll('shows');
  try {
    const { url } = await api.credentialing.createShareLink(
      {
        credentialId,
        label,
        ...(period === 'open' ? {} : { days: period }),
        showsNumber: shows.includes('number'),
        showsHistory: shows.includes('history'),
      },
      once(form),
    );
    return { made: { label, url } };
  } catch (error) {
    return refusedForm(form, error, (path) => path, 'label');
  }
};
