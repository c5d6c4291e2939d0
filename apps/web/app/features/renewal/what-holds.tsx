import type { Program, RenewalStanding, Standing } from '@testamur/program';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

interface WhatHoldsProps {
  standing: Standing;
  renewal: RenewalStanding;
  program: Program;
}

/** When the renewal can be submitted, until when, and what holds until then. */
export const WhatHolds = ({ standing, renewal, program }: WhatHoldsProps) => {
  const t = useText(messages);
  const { state, opensAt, dueAt, graceUntil } = renewal;
  const day = (key: string, at: string) => <Time key={key} at={at} zone="UTC" show="day" />;
  const { status, cause } = standing.credential ?? {};
  if (state === 'closed') return <p>{t('closed')}</p>;
  if (state === 'submitted') return <Submitted standing={standing} renewal={renewal} program={program} />;
  if (status === 'suspended') return <p>{t('suspended')}</p>;
  // What a yearly fee has brought about ends with its payment, whatever becomes of the renewal.
  if (cause === 'maintenance') return <p>{t(status === 'lapsed' ? 'lapsedForFee' : 'graceForFee')}</p>;
  if (status === 'lapsed') {
    const costs = program.fees.some(({ kind }) => kind === 'reinstatement');
    return <p>{t(costs ? 'lapsedCosts' : 'lapsed')}</p>;
  }
  if (status === 'in-grace') return <p>{t.rich('inGrace', { grace: day('grace', graceUntil) })}</p>;
  return (
    <p>
      {state === 'not-open' && <>{t.rich('opens', { date: day('opens', opensAt) })} </>}
      {t.rich('grace', { due: day('due', dueAt), grace: day('grace', graceUntil) })}
    </p>
  );
};

/** Who has the next move, and whether the evidence was drawn to be looked at. */
const Submitted = ({ standing: { next }, renewal, program }: WhatHoldsProps) => {
  const t = useText(messages);
  const isReviewed = next.some(({ kind }) => kind === 'review-education');
  const mustPay = next.some(({ kind }) => kind === 'pay-fee' || kind === 'issue-invoice');
  const waiting = t(isReviewed ? 'waitingReview' : mustPay ? 'waitingFee' : 'waitingDecision');
  return (
    <>
      <p>{t('submitted', { waiting })}</p>
      {renewal.audited !== undefined && (
        <p>
          {t(renewal.audited ? 'auditedYes' : 'auditedNo')} {program.renewal.audit?.text}
        </p>
      )}
    </>
  );
};
