import { Link } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { ownPath } from '../../loading/sign-in-path.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/sign-up-page';
import { messages } from './messages.ts';
import { missing } from './missing.ts';

export const loader = load(({ request }: Route.LoaderArgs) => {
  const { searchParams } = new URL(request.url);
  return { back: ownPath(searchParams.get('to'), '/me'), email: searchParams.get('email') ?? '' };
});

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const email = String(form.get('email') ?? '').trim();
  if (form.get('act') === 'again') {
    await api.identity.requestEmailVerification({ email });
    return { sentTo: email };
  }
  const t = textIn(localeOf(request), messages);
  const errors = missing(form, { name: t('enterName'), email: t('enterEmail'), password: t('newPasswordHint') });
  if (errors.length > 0) return invalidForm(form, errors);
  try {
    await api.identity.signUp({ name: String(form.get('name')).trim(), email, password: String(form.get('password')) });
  } catch (error) {
    return refusedForm(form, error);
  }
  return { sentTo: email };
});

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

export default function SignUpPage({ loaderData: { back, email }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  if (actionData && 'sentTo' in actionData) {
    return (
      <Page title={t('checkMail')} lead={t('checkMailLead', { email: actionData.sentTo })}>
        <p>{t('checkMailWhy')}</p>
        <ActForm>
          <input type="hidden" name="email" value={actionData.sentTo} />
          <SubmitButton name="act" value="again" weight="other">
            {t('sendAgain')}
          </SubmitButton>
        </ActForm>
      </Page>
    );
  }
  return (
    <Page title={t('signUp')} lead={t('signUpLead')} problem={problemOf(actionData)}>
      <ActForm>
        <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="name" width="medium" />
        <Field name="email" kind="email" label={t('email')} autoComplete="email" width="medium" defaultValue={email} />
        <Field
          name="password"
          kind="password"
          label={t('newPassword')}
          hint={t('newPasswordHint')}
          autoComplete="new-password"
          width="medium"
        />
        <SubmitButton>{t('openAccount')}</SubmitButton>
      </ActForm>
      <p>
        {t.rich('haveAccount', {
          link: (words) => <Link to={`/sign-in?to=${encodeURIComponent(back)}`}>{words}</Link>,
        })}
      </p>
    </Page>
  );
}
