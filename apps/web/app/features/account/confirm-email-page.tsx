import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/confirm-email-page';
import { messages } from './messages.ts';

export const loader = load(({ request }: Route.LoaderArgs) => ({
  token: new URL(request.url).searchParams.get('token') ?? '',
}));

/** A press confirms, not the visit: mail programs open links by themselves. */
export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const token = String((await request.formData()).get('token') ?? '');
  try {
    await api.identity.verifyEmail({ token });
    return { confirmed: true };
  } catch (error) {
    const status = apiProblemOf(error)?.status;
    if (status === undefined || status >= 500) throw error;
    return { confirmed: false };
  }
});

export default function ConfirmEmailPage({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  if (actionData?.confirmed) {
    return (
      <Page title={t('confirmed')} lead={t('confirmedLead')}>
        <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
      </Page>
    );
  }
  if (token === '' || actionData) {
    return (
      <Page title={t('linkInvalid')} lead={t('linkInvalidLead')}>
        <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t('confirmTitle')} lead={t('confirmLead')}>
      <ActForm>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t('confirm')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
