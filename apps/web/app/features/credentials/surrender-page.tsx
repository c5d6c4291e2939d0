import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { type FieldError, invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/surrender-page';
import { messages } from './messages.ts';
import styles from './surrender-page.module.css';

export const loader = load(({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  api.credentialing.getCredential({ credentialId }),
);

export const action = act(async ({ request, params: { credentialId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const { number, retirement } = await api.credentialing.getCredential({ credentialId });
  const t = textIn(localeOf(request), messages);
  const retire = String(form.get('retire') ?? '');
  const typed = String(form.get('number') ?? '').trim();
  const errors: readonly FieldError[] = [
    ...(retirement && retire !== 'yes' && retire !== 'no' ? [{ name: 'retire', message: t('chooseRetire') }] : []),
    ...(typed === '' ? [{ name: 'number', message: t('enterNumber', { number }) }] : []),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  const retired = retirement !== undefined && retire === 'yes';
  try {
    await api.credentialing.surrenderCredential({ credentialId, number: typed, retired }, once(form));
  } catch (error) {
    return refusedForm(form, error, (path) => path, 'number');
  }
  throw redirect(`/me/credentials/${credentialId}`);
});

/** Giving a credential back, or retiring with it: it ends for good. */
export default function SurrenderPage({ loaderData: credential, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, title, number, retirement, surrenderable } = credential;
  const back = <BackLink to={`/me/credentials/${id}`}>{title}</BackLink>;
  if (!surrenderable) {
    return (
      <Page title={t('surrenderTitle')} back={back}>
        <EmptyState title={t('notNow')} />
      </Page>
    );
  }
  return (
    <Page title={t('surrenderTitle')} lead={t('surrenderLead', { title, number })} back={back} problem={actionData}>
      <Panel title={t('effect')}>
        <ul className={styles.list}>
          <li>{t('effectEnds')}</li>
          <li>{t('effectShown')}</li>
          <li>{t('effectUse')}</li>
          <li>{t('effectFees')}</li>
        </ul>
      </Panel>
      <ActForm>
        {retirement && (
          <RadioList
            name="retire"
            legend={t('retireLegend')}
            options={[
              { value: 'yes', label: t('retireYes'), hint: `${retirement.title}. ${retirement.text}` },
              { value: 'no', label: t('retireNo') },
            ]}
          />
        )}
        <Field
          name="number"
          label={t('typeNumber')}
          hint={t('typeNumberHint', { number })}
          width="medium"
          autoComplete="off"
        />
        <ButtonRow>
          <SubmitButton weight="grave">{t('giveBack', { number })}</SubmitButton>
          <LinkButton to={`/me/credentials/${id}`} weight="other">
            {t('keepIt')}
          </LinkButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
