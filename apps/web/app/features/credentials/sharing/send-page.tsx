import { ActForm } from '../../../forms/act-form.tsx';
import { type FieldError, type FormProblem, invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import type { Route } from './+types/send-page';
import { messages } from './send-messages.ts';
import styles from './send-page.module.css';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) => {
  const { id, title, state } = await api.credentialing.getCredential({ credentialId });
  return { id, title, holds: isInForce(state) };
});

export const action = act(async ({ request, params: { credentialId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  const [whom, to, message] = ['whom', 'to', 'message'].map((name) => String(form.get(name) ?? '').trim());
  const isOther = whom === 'other';
  const errors: readonly FieldError[] = [
    ...(whom !== 'self' && !isOther ? [{ name: 'whom', message: t('choose') }] : []),
    ...(isOther && !/^\S+@\S+\.\S+$/.test(to ?? '') ? [{ name: 'to', message: t('enterAddress') }] : []),
    ...((message ?? '').length > 500 ? [{ name: 'message', message: t('tooLong') }] : []),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  const letter = { credentialId, ...(isOther ? { to, ...(message ? { message } : {}) } : {}) };
  try {
    await api.credentialing.sendCredential(letter, once(form));
  } catch (error) {
    return refusedForm(form, error, (path) => path, 'whom');
  }
  return { sentTo: isOther ? (to ?? '') : '' };
});

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

/** A letter about the credential, to its holder or to somebody else. */
export default function SendPage({ loaderData: { id, title, holds }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const sentTo = actionData && 'sentTo' in actionData ? actionData.sentTo : undefined;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { title })}
      back={<BackLink to={`/me/credentials/${id}`}>{title}</BackLink>}
      problem={problemOf(actionData)}
    >
      {sentTo !== undefined && (
        <Panel>
          <p role="status">{sentTo === '' ? t('sentSelf') : t('sent', { to: sentTo })}</p>
        </Panel>
      )}
      {!holds && <p>{t('notInForce')}</p>}
      <ActForm>
        {holds ? (
          <>
            <RadioList
              name="whom"
              legend={t('toWhom')}
              options={[
                { value: 'self', label: t('self'), hint: t('selfHint') },
                { value: 'other', label: t('other'), hint: t('otherHint') },
              ]}
            />
            <div className={styles.other}>
              <Field name="to" label={t('address')} kind="email" width="medium" />
              <Field name="message" label={t('message')} hint={t('messageHint')} lines={5} optional />
            </div>
          </>
        ) : (
          <input type="hidden" name="whom" value="self" />
        )}
        <ButtonRow>
          <SubmitButton>{t('send')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
