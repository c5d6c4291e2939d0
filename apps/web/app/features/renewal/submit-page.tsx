import { applies, MissingCircumstanceError, quote, titleOf } from '@testamur/program';
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
import { ConductArticles } from '../application/sections/claims/conduct-articles.tsx';
import type { Route } from './+types/submit-page';
import { isReady, loadRenewal, type RenewalData, renewPath, unitOf } from './load-renewal.ts';
import { messages } from './messages.ts';
import { HoursProgress } from './progress.tsx';
import { WhatHolds } from './what-holds.tsx';

const isLapsed = ({ candidacy }: RenewalData): boolean => {
  const { credential } = candidacy.standing;
  return credential?.status === 'lapsed' && credential.cause === undefined;
};

/** What the way costs, and after a lapse the reinstatement; undefined while a price depends on the region. */
const renewalFee = (data: RenewalData) => {
  const { program, candidacy, route } = data;
  const { payerClass, at, region, track } = candidacy.standing;
  const place = { ...(region === undefined ? {} : { region }), ...(track === undefined ? {} : { track }) };
  const asked = program.fees.filter(
    (fee) =>
      applies(fee, place) !== false &&
      ((fee.kind === 'renewal' && (fee.route === undefined || fee.route === route?.id)) ||
        (fee.kind === 'reinstatement' && isLapsed(data))),
  );
  try {
    const fees = asked.map(({ id }) => ({ fee: id }));
    const { totalMinor: amountMinor, currency } = quote(program, { payerClass, at, ...place, fees });
    return { amountMinor, currency };
  } catch (error) {
    if (error instanceof MissingCircumstanceError) return undefined;
    throw error;
  }
};

export const loader = load(async ({ params }: Route.LoaderArgs, { api, request }) => {
  const found = await loadRenewal(api, params.credentialId, request.id);
  return { ...found, fee: renewalFee(found) };
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api, request: { id } }) => {
  const form = await request.formData();
  const { candidacy, credentialId } = await loadRenewal(api, params.credentialId, id);
  const signedName = String(form.get('signedName') ?? '').trim();
  const t = textIn(localeOf(request), messages);
  if (signedName === '') return invalidForm(form, [{ name: 'signedName', message: t('enterName') }]);
  try {
    const { audited } = await api.renewals.submitRenewal({ candidacyId: candidacy.id, signedName }, once(form));
    const did = audited === undefined ? '' : `?did=${audited ? 'drawn' : 'notDrawn'}`;
    throw redirect(renewPath(credentialId, did));
  } catch (error) {
    return refusedForm(form, error);
  }
});

export default function SubmitRenewalPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentialId, number, title, candidacy, program, renewal, route, fee } = loaderData;
  const unit = unitOf(route);
  const back = <BackLink to={renewPath(credentialId)}>{t('toRenewal')}</BackLink>;
  if (renewal.state !== 'open' || !isReady(loaderData)) {
    return (
      <Page title={t('submitTitle')} back={back}>
        <EmptyState title={t('notYet')}>
          {route?.kind === 'education' && <HoursProgress renewal={renewal} unit={unit} />}
          <WhatHolds standing={candidacy.standing} renewal={renewal} program={program} />
        </EmptyState>
      </Page>
    );
  }
  const { hoursLogged: logged, hoursNeeded: needed, dueAt } = renewal;
  return (
    <Page title={t('submitTitle')} lead={t('submitLead', { title, number })} back={back} problem={actionData}>
      <Facts
        facts={[
          route?.kind === 'assessment'
            ? {
                label: t('examSummary'),
                value: t('examPassed', { title: titleOf(program.assessments, route.assessment) }),
              }
            : { label: t('hoursSummary', { unit }), value: t('progress', { logged, needed, unit }) },
          {
            label: t('fee'),
            value: (
              <>
                <Money amount={fee} />
                {isLapsed(loaderData) && <> {t('reinstatement')}</>}
              </>
            ),
          },
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
