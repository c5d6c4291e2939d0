import { data } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/account-page';
import { AuthenticatorPanel } from './authenticator-panel.tsx';
import { messages } from './messages.ts';
import { PasskeyPanel } from './passkey-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

export const loader = load(async (_args: Route.LoaderArgs, { api }) => {
  const [viewer, { sessions }] = await Promise.all([api.identity.viewer({}), api.identity.listSessions({})]);
  return { viewer, sessions };
});

type Done = 'changed' | 'switchedOff';

const passwordFieldOf = (error: unknown): string =>
  apiProblemOf(error)?.code === 'identity.password-wrong' ? 'currentPassword' : 'newPassword';

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  try {
    switch (form.get('act')) {
      case 'end-session':
        await api.identity.endSession({ sessionId: text('sessionId') }, once(form));
        return data<{ done?: Done }>({});
      case 'remove-passkey':
        await api.identity.deletePasskey({ passkeyId: text('passkeyId') }, once(form));
        return data<{ done?: Done }>({});
      case 'switch-off':
        await api.identity.disableTotp({ password: text('offPassword') }, once(form));
        return data<{ done?: Done }>({ done: 'switchedOff' });
      default:
        await api.identity.changePassword(
          { currentPassword: text('currentPassword'), newPassword: text('newPassword') },
          once(form),
        );
        return data<{ done?: Done }>({ done: 'changed' });
    }
  } catch (error) {
    switch (form.get('act')) {
      case 'switch-off':
        return refusedForm(form, error, () => 'offPassword', 'offPassword');
      case 'change-password':
        return refusedForm(form, error, (path) => (path === 'password' ? 'newPassword' : path), passwordFieldOf(error));
      default:
        return refusedForm(form, error);
    }
  }
});

const problemOf = (answer: Route.ComponentProps['actionData']): FormProblem | undefined =>
  answer && 'errors' in answer ? answer : undefined;

export default function AccountPage({ loaderData: { viewer, sessions }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const done = actionData && 'done' in actionData ? actionData.done : undefined;
  return (
    <Page
      title={t('accountTitle')}
      lead={t('accountLead', { name: viewer.name, email: viewer.email })}
      problem={problemOf(actionData)}
      acts={
        <ActForm action="/sign-out">
          <SubmitButton weight="other">{t('signOut')}</SubmitButton>
        </ActForm>
      }
    >
      {done && <p role="status">{t(done)}</p>}
      <PasskeyPanel passkeys={viewer.passkeys} />
      <AuthenticatorPanel on={viewer.secondFactor} />
      <Panel title={t('changePassword')}>
        <ActForm>
          <Field
            name="currentPassword"
            kind="password"
            label={t('current')}
            autoComplete="current-password"
            width="medium"
          />
          <Field
            name="newPassword"
            kind="password"
            label={t('next')}
            hint={t('nextHint')}
            autoComplete="new-password"
            width="medium"
          />
          <SubmitButton weight="other" name="act" value="change-password">
            {t('change')}
          </SubmitButton>
        </ActForm>
      </Panel>
      <SessionsPanel sessions={sessions} />
    </Page>
  );
}
