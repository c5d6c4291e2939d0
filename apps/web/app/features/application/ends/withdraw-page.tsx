import { redirect } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Field } from '../../../parts/field.tsx';
import { formatMoney } from '../../../parts/format-money.ts';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Page } from '../../../parts/page.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath, loadCandidacy } from '../candidacy.ts';
import { accounts } from '../standing/accounts.ts';
import type { Route } from './+types/withdraw-page';
import { messages } from './messages.ts';

export const loader = load(({ params }: Route.LoaderArgs, { api }) => loadCandidacy(api, params.candidacyId));

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

export default function WithdrawPage({ loaderData: { candidacy, program }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { id, number, programTitle, standing } = candidacy;
  const back = <BackLink to={candidacyPath(id)}>{t('toStanding')}</BackLink>;
  if (standing.final || standing.credential) {
    return (
      <Page title={t('withdrawTitle')} back={back}>
        <EmptyState title={t('isOver')} />
      </Page>
    );
  }
  const known = accounts(standing);
  return (
    <Page
      title={t('withdrawTitle')}
      lead={t('withdrawLead', { title: programTitle, number })}
      back={back}
      problem={actionData}
    >
      <Panel title={t('effect')}>
        <ul>
          <li>{t('effectEnds')}</li>
          {known.length === 0 && <li>{t('effectNothing')}</li>}
          {known.map(({ currency, owedMinor, paidMinor }) => (
            <li key={currency}>
              {owedMinor > 0 && t('effectOwed', { amount: formatMoney({ amountMinor: owedMinor, currency }, locale) })}{' '}
              {paidMinor > 0 &&
                t('effectPaid', {
                  amount: formatMoney({ amountMinor: paidMinor, currency }, locale),
                  policy: program.policies.refund.text,
                })}
            </li>
          ))}
          <li>{t('effectKept')}</li>
        </ul>
      </Panel>
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
