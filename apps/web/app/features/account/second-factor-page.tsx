import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act } from '../../loading/load.ts';
import { ownPath } from '../../loading/sign-in-path.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/second-factor-page';
import { messages } from './messages.ts';
import { missing } from './missing.ts';

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const errors = missing(form, { code: textIn(localeOf(request), messages)('enterCode') });
  if (errors.length > 0) return invalidForm(form, errors);
  try {
    await api.identity.confirmSecondFactor({ code: String(form.get('code')).trim() });
  } catch (error) {
    return refusedForm(form, error, () => 'code', 'code');
  }
  throw redirect(ownPath(new URL(request.url).searchParams.get('to'), '/me'));
});

export default function SecondFactorPage({ actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('secondFactor')}
      lead={t('secondFactorLead')}
      back={<BackLink to="/sign-in">{t('signIn')}</BackLink>}
      problem={actionData}
    >
      <ActForm>
        <Field name="code" label={t('code')} width="short" autoComplete="one-time-code" />
        <SubmitButton>{t('continue')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
