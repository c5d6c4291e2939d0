import { data, redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { Field } from '../../parts/field.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/reset-password-page';
import { messages } from './messages.ts';

export const loader = load(({ request }: Route.LoaderArgs) => ({
  token: new URL(request.url).searchParams.get('token') ?? '',
}));

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  try {
    await api.identity.resetPassword({
      token: String(form.get('token') ?? ''),
      password: String(form.get('password') ?? ''),
    });
  } catch (error) {
    if (apiProblemOf(error)?.code === 'identity.link-invalid') return data({ linkInvalid: true }, 422);
    return refusedForm(form, error, () => 'password', 'password');
  }
  throw redirect('/sign-in');
});

const problemOf = (answer: Route.ComponentProps['actionData']): FormProblem | undefined =>
  answer && 'errors' in answer ? answer : undefined;

export default function ResetPasswordPage({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  if (token === '' || (actionData && 'linkInvalid' in actionData)) {
    return (
      <Page title={t('linkInvalid')} lead={t('linkInvalidLead')}>
        <LinkButton to="/forgot-password">{t('newLink')}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t('resetTitle')} lead={t('resetLead')} problem={problemOf(actionData)}>
      <ActForm>
        <input type="hidden" name="token" value={token} />
        <Field
          name="password"
          kind="password"
          label={t('next')}
          hint={t('nextHint')}
          autoComplete="new-password"
          width="medium"
        />
        <SubmitButton>{t('setPassword')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
