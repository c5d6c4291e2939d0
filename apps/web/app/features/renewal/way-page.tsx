import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/way-page';
import { loadRenewal, mayChooseRoute, renewPath } from './load-renewal.ts';
import { messages } from './messages.ts';

export const loader = load(({ params }: Route.LoaderArgs, { api, request }) =>
  loadRenewal(api, params.credentialId, request.id),
);

export const action = act(async ({ request, params }: Route.ActionArgs, { api, request: { id } }) => {
  const form = await request.formData();
  const { candidacy, credentialId, renewal } = await loadRenewal(api, params.credentialId, id);
  const route = String(form.get('route') ?? '');
  if (!renewal.routes.some((one) => one.id === route)) {
    const t = textIn(localeOf(request), messages);
    return invalidForm(form, [{ name: 'route', message: t('chooseWay') }]);
  }
  try {
    await api.renewals.chooseRenewalRoute({ candidacyId: candidacy.id, route }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(renewPath(credentialId));
});

/** Several ways to renew: the holder takes one of them. */
export default function WayPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentialId, program, renewal, title, number } = loaderData;
  const back = <BackLink to={renewPath(credentialId)}>{t('toRenewal')}</BackLink>;
  if (!mayChooseRoute(loaderData)) {
    return (
      <Page title={t('wayTitle')} back={back}>
        <EmptyState title={t('wayFixed')} />
      </Page>
    );
  }
  return (
    <Page title={t('wayTitle')} lead={t('wayLead', { title, number })} back={back} problem={actionData}>
      <ActForm>
        <RadioList
          name="route"
          legend={t('wayLegend')}
          hint={t('wayHint')}
          large
          defaultValue={renewal.route ?? ''}
          options={program.renewal.routes.map(({ id, title: label, description }) => ({
            value: id,
            label,
            hint: description,
          }))}
        />
        <ButtonRow>
          <SubmitButton>{t('saveWay')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
