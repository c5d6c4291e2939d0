import { findPayerClass, type Program } from '@testamur/program';
import { Facts } from '../../../../parts/facts.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { Candidacy } from '../../candidacy.ts';
import { messages as sectionMessages } from '../section-messages.ts';
import { messages } from './claim-messages.ts';

/** The member price that was asked for, and what came of it. */
export const MembershipState = ({ membership, program }: { membership: Candidacy['membership']; program: Program }) => {
  const t = useText(messages);
  if (membership === undefined || membership.memberNumber === '') return null;
  const label = findPayerClass(program, membership.payerClass)?.label;
  return (
    <>
      <Facts
        facts={[
          { label: t('membership'), value: label },
          { label: t('memberNumber'), value: membership.memberNumber },
        ]}
      />
      <p>{t(`membership.${membership.state}`)}</p>
    </>
  );
};

/** The accommodation that was asked for, and what was decided. */
export const AccommodationState = ({ accommodation }: { accommodation: Candidacy['accommodation'] }) => {
  const t = useText(sectionMessages);
  if (accommodation === undefined) return null;
  const { request, state, timeMultiplier, reason } = accommodation;
  return (
    <>
      <Facts facts={[{ label: t('request'), value: request }]} />
      <p>{t(`accommodation.${state}`, { multiplier: timeMultiplier, reason })}</p>
    </>
  );
};
