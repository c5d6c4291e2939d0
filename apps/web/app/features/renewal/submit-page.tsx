import { quote } from '@testamur/program';
import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { Money } from '../../parts/money.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import { ConductArticles } from '../application/sections/conduct-articles.tsx';
import type { Route } from './+types/submit-page';
import { loadRenewal, missingHours, renewPath } from './load-renewal.ts';
import { messages } from './messages.ts';
import { HoursProgress } from './progress.tsx';
import { WhatHolds } from './what-holds.tsx';

export const loader = load(async ({ params }: Route.LoaderArgs, { api, request }) => {
  const found = await loadRenewal(api, params.credentialId, request.id);
  const { standing } = found.candidacy;
  const fees = found.program.fees.filter(({ kind }) => kind === 'renewal').map(({ id }) => ({ fee: id }));
  const { totalMinor, currency } = quote(found.program, { payerClass: standing.payerClass, at: standing.at, fees });
  return { ...found, fee: { amountMinor: totalMinor, currency } };
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api, request: { id } }) => {
  const form = await request.formData();
  const { candidacy, credentialId } = await loadRenewal(api, params.credentialId, id);
  const signedName = String(form.get('signedName') ?? '').trim();
  const t = textIn(localeOf(request), messages);
  if (signedName === '') return invalidForm(form, [{ name: 'signedName', message: t('enterName') }]);
  try {
    await api.renewals.submitRenewal({ candidacyId: candidacy.id, signedName }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(renewPath(credentialId));
});

export default function SubmitRenewalPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentialId, number, title, candidacy, program, renewal, fee } = loaderData;
  const back = <BackLink to={renewPath(credentialId)}>{t('toRenewal')}</BackLink>;
  if (renewal.state !== 'open' || missingHours(renewal) > 0) {
    return (
      <Page title={t('submitTitle')} back={back}>
        <EmptyState title={t('notYet')}>
          <HoursProgress renewal={renewal} />
          <WhatHolds standing={candidacy.standing} renewal={renewal} />
        </EmptyState>
      </Page>
    );
  }
  const { hoursLogged: logged, hoursNeeded: needed, dueAt } = renewal;
  return (
    <Page title={t('submitTitle')} lead={t('submitLead', { title, number })} back={back} problem={actionData}>
      <Facts
        facts={[
          { label: t('hoursSummary'), value: t('progress', { logged, needed }) },
          { label: t('fee'), value: <Money amount={fee} /> },
          {
            label: t('newUntil'),
            value: t.rich('newPeriod', { date: <Time key="due" at={dueAt} zone="UTC" show="day" /> }),
          },
        ]}
      />
      <h2>{t('conduct', { version: program.codeOfConduct.version })}</h2>
      <ConductArticles program={program} />
      <ActForm>
        <Field
          name="signedName"
          label={t('signature')}
          hint={t('signatureHint', { name: candidacy.candidate.name })}
          autoComplete="name"
          width="medium"
        />
        <ButtonRow>
          <SubmitButton>{t('sign')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
