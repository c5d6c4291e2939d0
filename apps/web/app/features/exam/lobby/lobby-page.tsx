import { useEffect, useState } from 'react';
import { redirect } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Facts } from '../../../parts/facts.tsx';
import { formatDuration } from '../../../parts/format-time.ts';
import { LinkButton } from '../../../parts/link-button.tsx';
import { NextStepCard } from '../../../parts/next-step-card.tsx';
import { Page } from '../../../parts/page.tsx';
import { CheckList } from '../../../parts/radio-list.tsx';
import { Time } from '../../../parts/time.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/lobby-page';
import { DeviceCheck } from './device-check.tsx';
import styles from './lobby.module.css';
import { messages } from './messages.ts';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => {
  const { candidacyId, assessmentId } = params;
  const lobby = await api.delivery.getLobby({ candidacyId, assessmentId });
  return { candidacyId, assessmentId, lobby, now: new Date().toISOString() };
});

export const headers = () => ({ 'cache-control': 'no-store' });

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  if (form.get('agreed') !== 'yes') return invalidForm(form, [{ name: 'agreed', message: t('agreeError') }]);
  // The clock must not start where the player cannot run.
  if (form.get('script') !== 'on') return invalidForm(form, [{ name: '', message: t('scriptError') }]);
  const { candidacyId, assessmentId } = params;
  try {
    const { attemptId } = await api.delivery.beginAttempt({ candidacyId, assessmentId, agreed: true }, once(form));
    throw redirect(`/exam/${attemptId}`);
  } catch (error) {
    return refusedForm(form, error);
  }
});

type Lobby = Route.ComponentProps['loaderData']['lobby'];

const LobbyFacts = ({ lobby, now }: { lobby: Lobby; now: string }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const time = formatDuration(lobby.minutes, locale);
  const { window } = lobby;
  return (
    <Facts
      facts={[
        { label: t('items'), value: lobby.items },
        {
          label: t('time'),
          value: lobby.timeMultiplier > 1 ? t('timeWith', { time, multiplier: lobby.timeMultiplier }) : time,
        },
        ...(window
          ? [
              {
                label: t('window'),
                value: t.rich('windowFromUntil', {
                  from: <Time key="from" at={window.from} />,
                  until: <Time key="until" at={window.until} now={now} />,
                }),
              },
            ]
          : []),
      ]}
    />
  );
};

export default function LobbyPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { lobby, now, candidacyId, assessmentId } = loaderData;
  const time = formatDuration(lobby.minutes, locale);
  const candidacy = `/me/candidacies/${candidacyId}`;
  return (
    <Page
      title={t('title', { title: lobby.title })}
      lead={t('lead', { items: lobby.items, time })}
      back={<BackLink to={candidacy}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {lobby.attemptId !== undefined && (
        <NextStepCard
          title={t('underWay')}
          waitingFor={t('you')}
          act={<LinkButton to={`/exam/${lobby.attemptId}`}>{t('continue')}</LinkButton>}
        >
          <p>{t('underWayDetail')}</p>
        </NextStepCard>
      )}
      {!lobby.ready && lobby.attemptId === undefined && (
        <NextStepCard
          title={t('notReady')}
          waitingFor={t('you')}
          act={<LinkButton to={candidacy}>{t('toCandidacy')}</LinkButton>}
        >
          <p>{lobby.reason}</p>
        </NextStepCard>
      )}
      <LobbyFacts lobby={lobby} now={now} />
      <h2>{t('check')}</h2>
      <p>{t('checkLead')}</p>
      <noscript>
        <p>{t('noScript')}</p>
      </noscript>
      <DeviceCheck candidacyId={candidacyId} assessmentId={assessmentId} />
      <h2>{t('practice')}</h2>
      <p>{t('practiceLead')}</p>
      <LinkButton to={`${candidacy}/exam/${assessmentId}/practice`} weight="other">
        {t('toPractice')}
      </LinkButton>
      <h2>{t('rules')}</h2>
      <ol className={styles.rules}>
        {lobby.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      {lobby.ready && <Begin minutes={lobby.minutes} now={now} />}
      <h2>{t('help')}</h2>
      <p>{t('helpDetail')}</p>
    </Page>
  );
}

const Begin = ({ minutes, now }: { minutes: number; now: string }) => {
  const t = useText(messages);
  const [script, setScript] = useState('off');
  useEffect(() => setScript('on'), []);
  const end = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  return (
    <>
      <h2>{t('begin')}</h2>
      <ActForm>
        <CheckList name="agreed" legend={t('agree')} options={[{ value: 'yes', label: t('agreed') }]} />
        <input type="hidden" name="script" value={script} />
        <p>{t.rich('beginDetail', { end: <Time key="end" at={end} show="time" /> })}</p>
        <ButtonRow>
          <SubmitButton>{t('beginNow')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </>
  );
};
