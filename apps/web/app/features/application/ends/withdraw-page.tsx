import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Field } from '../../../parts/field.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Page } from '../../../parts/page.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import type { Route } from './+types/withdraw-page';
import { messages } from './messages.ts';
import { WithdrawEffect } from './withdraw-effect.tsx';

export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) => {
  const [candidacy, refunds] = await Promise.all([
    api.candidacies.getCandidacy({ candidacyId }),
    api.candidacies.getRefundTerms({ candidacyId }),
  ]);
  return { candidacy, refunds };
});

export const action = act(async ({ request, params: { candidacyId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '').trim();
  const t = textIn(localeOf(request), messages);
  if (reason.length < 3) return invalidForm(form, [{ name: 'reason', message: t('enterReason') }]);
  try {
    await api.candidacies.withdrawCandidacy({ candidacyId, reason }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(candidacyPath(candidacyId));
});

export default function WithdrawPage({ loaderData: { candidacy, refunds }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, number, programTitle, standing } = candidacy;
  const back = <BackLink to={candidacyPath(id)}>{t('toStanding')}</BackLink>;
  if (standing.final || standing.credential) {
    return (
      <Page title={t('withdrawTitle')} back={back}>
        <EmptyState title={t('isOver')} />
      </Page>
    );
  }
  return (
    <Page
      title={t('withdrawTitle')}
      lead={t('withdrawLead', { title: programTitle, number })}
      back={back}
      problem={actionData}
    >
      <WithdrawEffect candidacy={candidacy} refunds={refunds} />
      <ActForm>
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} lines={4} />
        <ButtonRow>
          <SubmitButton weight="grave">{t('withdraw', { number })}</SubmitButton>
          <LinkButton to={candidacyPath(id)} weight="other">
            {t('keep')}
          </LinkButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
