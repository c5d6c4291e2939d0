import { redirect } from 'react-router';
import type { Api } from '../../api.ts';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import type { Translate } from '../../text/format.ts';
import type { messages } from './messages.ts';

type Words = Translate<typeof messages>;

const openNumber = async (form: FormData, number: string, field: string, api: Api, t: Words) => {
  try {
    const found = await api.registry.verifyByNumber({ number });
    throw redirect(`/c/${found.credential.number}`);
  } catch (error) {
    const status = apiProblemOf(error)?.status;
    if (status !== 404 && status !== 400) throw error;
    return invalidForm(form, [{ name: field, message: t('notThere', { number }) }]);
  }
};

/** What was handed over as a file: chosen, or pasted. */
const handedFile = (form: FormData): File | undefined => {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return file;
  const text = String(form.get('document') ?? '').trim();
  return text === '' ? undefined : new File([text], 'pasted.txt', { type: 'text/plain' });
};

/** A number leads to its page; anything else is checked here, and shown where it was given. */
export const verifyHanded = async (form: FormData, api: Api, t: Words) => {
  if (form.has('number')) {
    const number = String(form.get('number')).trim();
    if (number === '') return invalidForm(form, [{ name: 'number', message: t('enterNumber') }]);
    return openNumber(form, number, 'number', api, t);
  }
  const file = handedFile(form);
  if (!file) return invalidForm(form, [{ name: 'file', message: t('giveDocument') }]);
  const field = file.name === 'pasted.txt' ? 'document' : 'file';
  try {
    const result = await api.registry.verifyFile({ file });
    return result.found === 'number' ? await openNumber(form, result.number, field, api, t) : { result };
  } catch (error) {
    return refusedForm(form, error, () => field, field);
  }
};
