import type { RenewalStanding, Standing } from '@testamur/program';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** When the renewal can be submitted, until when, and what holds until then. */
export const WhatHolds = ({ standing, renewal }: { standing: Standing; renewal: RenewalStanding }) => {
  const t = useText(messages);
  const { state, opensAt, dueAt, graceUntil, hoursAccepted, hoursNeeded } = renewal;
  const day = (key: string, at: string) => <Time key={key} at={at} zone="UTC" show="day" />;
  const status = standing.credential?.status;
  if (state === 'closed') return <p>{t('closed')}</p>;
  if (state === 'submitted') {
    const waiting = t(hoursAccepted >= hoursNeeded ? 'waitingDecision' : 'waitingReview');
    return <p>{t('submitted', { waiting })}</p>;
  }
  if (status === 'suspended') return <p>{t('suspended')}</p>;
  if (status === 'lapsed') return <p>{t('lapsed')}</p>;
  if (status === 'in-grace') return <p>{t.rich('inGrace', { grace: day('grace', graceUntil) })}</p>;
  return (
    <p>
      {state === 'not-open' && <>{t.rich('opens', { date: day('opens', opensAt) })} </>}
      {t.rich('grace', { due: day('due', dueAt), grace: day('grace', graceUntil) })}
    </p>
  );
};
