import { ActForm } from '../../../forms/act-form.tsx';
import type { FormProblem } from '../../../forms/form-problem.ts';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { CopyField } from '../../../parts/copy-field.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { CheckList, RadioList } from '../../../parts/radio-list.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import type { Route } from './+types/share-page';
import { LinkList } from './link-list.tsx';
import { messages } from './messages.ts';
import { shareOrEnd } from './share-action.ts';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) => {
  const { id, title, state } = await api.credentialing.getCredential({ credentialId });
  return { id, title, holds: isInForce(state), ...(await api.credentialing.listShareLinks({ credentialId })) };
});

export const action = act(async ({ request, params: { credentialId } }: Route.ActionArgs, { api }) =>
  shareOrEnd(await request.formData(), api, textIn(localeOf(request), messages), credentialId),
);

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

/** Links to a page of the credential: who has one sees it, until it is ended. */
export default function SharePage({ loaderData: { id, title, holds, links }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const made = actionData && 'made' in actionData ? actionData.made : undefined;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { title })}
      back={<BackLink to={`/me/credentials/${id}`}>{title}</BackLink>}
      problem={problemOf(actionData)}
    >
      {made && (
        <Panel title={t('made', { label: made.label })}>
          <p role="status">{t('madeHint')}</p>
          <CopyField label={t('madeLink')} value={made.url} />
        </Panel>
      )}
      {!holds && <EmptyState title={t('notInForce')}>{links.length > 0 && <p>{t('notInForceMore')}</p>}</EmptyState>}
      {links.length > 0 && (
        <>
          <h2>{t('links')}</h2>
          <LinkList links={links} />
          {holds && <h2>{t('new')}</h2>}
        </>
      )}
      {holds && <NewLink key={made?.url ?? ''} />}
    </Page>
  );
}

const NewLink = () => {
  const t = useText(messages);
  return (
    <ActForm>
      <Field name="label" label={t('forWhom')} hint={t('forWhomHint')} width="medium" autoComplete="off" />
      <RadioList
        name="days"
        legend={t('days')}
        defaultValue="30"
        options={[
          { value: '7', label: t('days.7') },
          { value: '30', label: t('days.30') },
          { value: '90', label: t('days.90') },
          { value: 'open', label: t('days.open') },
        ]}
      />
      <CheckList
        name="shows"
        legend={t('shows')}
        hint={t('showsHint')}
        options={[
          { value: 'number', label: t('shows.number'), hint: t('shows.numberHint') },
          { value: 'history', label: t('shows.history'), hint: t('shows.historyHint') },
        ]}
      />
      <ButtonRow>
        <SubmitButton>{t('make')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};
