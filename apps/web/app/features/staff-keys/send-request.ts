import { redirect } from 'react-router';
import { invalidForm } from '../../forms/form-problem.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { messages } from './messages.ts';

interface Asked {
  readonly fingerprint: string;
  readonly reason: string;
  readonly form: FormData;
}

/** A request of the first person: its reason is checked, it is sent, and the page that shows it follows. */
export const sendRequest = async (request: Request, then: string, send: (asked: Asked) => Promise<unknown>) => {
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '').trim();
  const fingerprint = String(form.get('fingerprint') ?? '').trim();
  if (reason.length < 3) {
    return invalidForm(form, [{ name: 'reason', message: textIn(localeOf(request), messages)('enterReason') }]);
  }
  try {
    await send({ fingerprint, reason, form });
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(then);
};

/** The answer of the second person. */
export const sendAnswer = async (
  request: Request,
  then: string,
  send: (confirm: boolean, form: FormData) => Promise<unknown>,
) => {
  const form = await request.formData();
  try {
    await send(form.get('act') === 'confirm', form);
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(then);
};
