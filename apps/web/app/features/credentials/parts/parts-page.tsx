import { ActForm } from '../../../forms/act-form.tsx';
import { type FormProblem, refusedForm } from '../../../forms/form-problem.ts';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { CopyField } from '../../../parts/copy-field.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { CheckList } from '../../../parts/radio-list.tsx';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import type { Route } from './+types/parts-page';
import { messages } from './messages.ts';

const offered = ['name', 'number', 'awarded', 'edition'] as const;

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) => {
  const { id, title, state, verifyUrl } = await api.credentialing.getCredential({ credentialId });
  return { id, title, holds: isInForce(state), checkAt: new URL('/verify', verifyUrl).href };
});

export const action = act(async ({ request, params: { credentialId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const ticked = form.getAll('parts');
  try {
    return await api.credentialing.shareParts({
      credentialId,
      parts: offered.filter((part) => ticked.includes(part)),
    });
  } catch (error) {
    return refusedForm(form, error, (path) => path, 'parts');
  }
});

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

/** Selective disclosure, in words: what is ticked is proven, the rest is kept back. */
export default function PartsPage({ loaderData: { id, title, holds, checkAt }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const token = actionData && 'token' in actionData ? actionData.token : undefined;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<BackLink to={`/me/credentials/${id}`}>{title}</BackLink>}
      problem={problemOf(actionData)}
    >
      {!holds && <EmptyState title={t('notInForce')} />}
      {token !== undefined && (
        <Panel title={t('made')}>
          <p role="status">{t('madeHint', { url: checkAt })}</p>
          <CopyField label={t('text')} value={token} />
          <p>{t('bearer')}</p>
        </Panel>
      )}
      {holds && (
        <ActForm>
          <CheckList
            name="parts"
            legend={t('choose')}
            hint={t('chooseHint')}
            defaultValues={['name']}
            options={offered.map((part) => ({
              value: part,
              label: t(part),
              ...(part === 'number' ? { hint: t('numberHint') } : {}),
            }))}
          />
          <ButtonRow>
            <SubmitButton>{t('make')}</SubmitButton>
          </ButtonRow>
        </ActForm>
      )}
    </Page>
  );
}
