import { redirect } from 'react-router';
import { invalidForm } from '../../forms/form-problem.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { messages } from './messages.ts';

interface Sent {
  readonly request: Request;
  readonly url: URL;
}

/** An act that needs a reason: checks it, does the act, and leads back to the credential. */
export const actWithReason = async (
  { request, url }: Sent,
  send: (reason: string, form: FormData) => Promise<unknown>,
) => {
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '').trim();
  if (reason.length < 3) {
    return invalidForm(form, [{ name: 'reason', message: textIn(localeOf(request), messages)('enterReason') }]);
  }
  try {
    await send(reason, form);
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(url.pathname.replace(/\/[^/]+$/, ''));
};
