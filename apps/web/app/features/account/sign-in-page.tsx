import { Link, redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { ownPath } from '../../loading/sign-in-path.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/sign-in-page';
import { messages } from './messages.ts';
import { missing } from './missing.ts';
import { PasskeySignIn } from './passkey-sign-in.tsx';

const backOf = (request: Request): string => ownPath(new URL(request.url).searchParams.get('to'), '/me');

export const loader = load(({ request }: Route.LoaderArgs, { viewer }) => {
  const back = backOf(request);
  if (viewer) throw redirect(back);
  return { back };
});

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  const errors = missing(form, { email: t('enterEmail'), password: t('enterPassword') });
  if (errors.length > 0) return invalidForm(form, errors);
  const email = String(form.get('email')).trim();
  const back = backOf(request);
  try {
    const { state } = await api.identity.signIn({ email, password: String(form.get('password')) });
    if (state === 'second-factor-needed') throw redirect(`/sign-in/second-factor?to=${encodeURIComponent(back)}`);
  } catch (error) {
    if (apiProblemOf(error)?.code !== 'identity.email-not-verified') return refusedForm(form, error);
    await api.identity.requestEmailVerification({ email });
    return invalidForm(form, [{ name: 'email', message: t('confirmFirst') }]);
  }
  throw redirect(back);
});

export default function SignInPage({ loaderData: { back }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('signIn')} lead={t('signInLead')} problem={actionData}>
      <PasskeySignIn to={back} />
      <h2>{t('orPassword')}</h2>
      <ActForm>
        <Field name="email" kind="email" label={t('email')} autoComplete="username webauthn" width="medium" />
        <Field name="password" kind="password" label={t('password')} autoComplete="current-password" width="medium" />
        <SubmitButton>{t('signIn')}</SubmitButton>
      </ActForm>
      <p>
        <Link to="/forgot-password">{t('forgot')}</Link>
      </p>
      <p>
        {t.rich('noAccount', { link: (words) => <Link to={`/sign-up?to=${encodeURIComponent(back)}`}>{words}</Link> })}
      </p>
    </Page>
  );
}
