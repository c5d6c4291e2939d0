import { redirect } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { ActForm } from '../../forms/act-form.tsx';
import { refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { useViewer } from '../../viewer.ts';
import type { Route } from './+types/join-page';
import { messages } from './messages.ts';

export const loader = load(({ params }: Route.LoaderArgs, { api }) =>
  api.identity.findInvitation({ token: params.token }),
);

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  let organization: string;
  try {
    ({ organization } = await api.identity.acceptInvitation({ token: params.token }, once(form)));
  } catch (error) {
    return refusedForm(form, error, () => '');
  }
  throw redirect(`/staff/${organization}`);
});

export default function JoinPage({ loaderData, params, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const viewer = useViewer();
  const here = encodeURIComponent(`/join/${params.token}`);
  const { organizationName, email, expiresAt } = loaderData;
  const roles = new Intl.ListFormat(intlLocaleOf(locale)).format(loaderData.roles.map((role) => t(`role.${role}`)));
  return (
    <Page
      title={t('joinTitle', { organization: organizationName })}
      lead={t.rich('joinLead', { roles, email, date: <Time at={expiresAt} /> })}
      problem={actionData}
    >
      {viewer ? (
        <ActForm>
          <SubmitButton>{t('join')}</SubmitButton>
        </ActForm>
      ) : (
        <ButtonRow>
          <LinkButton to={`/sign-in?to=${here}`}>{t('joinSignIn')}</LinkButton>
          <LinkButton to={`/sign-up?to=${here}&email=${encodeURIComponent(email)}`} weight="other">
            {t('joinSignUp', { email })}
          </LinkButton>
        </ButtonRow>
      )}
    </Page>
  );
}
