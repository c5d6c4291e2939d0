import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/forgot-password-page';
import { messages } from './messages.ts';
import { missing } from './missing.ts';

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const errors = missing(form, { email: textIn(localeOf(request), messages)('enterEmail') });
  if (errors.length > 0) return invalidForm(form, errors);
  const email = String(form.get('email')).trim();
  try {
    await api.identity.requestPasswordReset({ email });
    return { sentTo: email };
  } catch (error) {
    return refusedForm(form, error);
  }
});

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

export default function ForgotPasswordPage({ actionData }: Route.ComponentProps) {
  const t = useText(messages);
  if (actionData && 'sentTo' in actionData) {
    return <Page title={t('sent')} lead={t('sentLead', { email: actionData.sentTo })} />;
  }
  return (
    <Page
      title={t('forgotTitle')}
      lead={t('forgotLead')}
      back={<BackLink to="/sign-in">{t('signIn')}</BackLink>}
      problem={problemOf(actionData)}
    >
      <ActForm>
        <Field name="email" kind="email" label={t('email')} autoComplete="email" width="medium" />
        <SubmitButton>{t('sendLink')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
