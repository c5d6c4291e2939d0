import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { refuse } from '../../../loading/refusal.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Time } from '../../../parts/time.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import type { Route } from './+types/mark-page';
import { MarkFiles } from './mark-files.tsx';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api, request }) => {
  const { mark, ...credential } = await api.credentialing.getCredential({ credentialId });
  if (!mark) throw refuse(404, { code: 'credentialing.no-mark', message: '', requestId: request.id });
  return { mark, ...credential };
});

export const action = act(async ({ request, params: { credentialId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const signedName = String(form.get('signedName') ?? '').trim();
  const { holderName } = await api.credentialing.getCredential({ credentialId });
  const message = textIn(localeOf(request), messages)('enterName', { name: holderName });
  if (signedName === '') return invalidForm(form, [{ name: 'signedName', message }]);
  try {
    await api.credentialing.agreeToMark({ credentialId, signedName }, once(form));
  } catch (error) {
    return refusedForm(form, error, (path) => path, 'signedName');
  }
  return undefined;
});

/** The mark of the certification: its rules, the agreement to them, and the picture. */
export default function MarkPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, title, mark, state, since, holderName } = loaderData;
  const holds = isInForce(state);
  const { agreement } = mark;
  return (
    <Page
      title={mark.title}
      lead={t('lead')}
      back={<BackLink to={`/me/credentials/${id}`}>{title}</BackLink>}
      problem={actionData}
    >
      {!holds && (
        <Panel title={t('stop')}>
          <p>{t.rich('stopWords', { date: <Time key="since" at={since} zone="UTC" show="day" /> })}</p>
        </Panel>
      )}
      <h2>{t('rules')}</h2>
      <p>{mark.text}</p>
      {agreement && (
        <p>{t.rich('agreed', { date: <Time key="at" at={agreement.at} show="day" />, name: agreement.signedName })}</p>
      )}
      {holds && agreement && <MarkFiles credentialId={id} />}
      {holds && !agreement && (
        <>
          <h2>{t('agree')}</h2>
          <p>{t('agreeLead')}</p>
          <ActForm>
            <Field
              name="signedName"
              label={t('name')}
              hint={t('nameHint', { name: holderName })}
              width="medium"
              autoComplete="name"
            />
            <ButtonRow>
              <SubmitButton>{t('agreeAct')}</SubmitButton>
            </ButtonRow>
          </ActForm>
        </>
      )}
    </Page>
  );
}
