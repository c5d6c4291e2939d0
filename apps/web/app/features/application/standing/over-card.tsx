import type { Program } from '@testamur/program';
import { LinkButton } from '../../../parts/link-button.tsx';
import { NextStepCard } from '../../../parts/next-step-card.tsx';
import { Time } from '../../../parts/time.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { appealUntil } from './next-words.ts';

/** In place of the next step when nothing comes next: why, since when, and what can still be done about it. */
export const OverCard = ({ candidacy, program }: { candidacy: Candidacy; program: Program }) => {
  const t = useText(messages);
  const say = useSay();
  const { standing, programId } = candidacy;
  const until = appealUntil(standing, program);
  return (
    <NextStepCard
      title={t(standing.final ? 'over' : 'nothingOpen')}
      waitingFor={t('who.nobody')}
      yours={false}
      act={standing.final && <LinkButton to={`/programs/${programId}`}>{t('beginAnew')}</LinkButton>}
    >
      <p>
        {say(standing.statusReason)} {t.rich('since', { date: <Time key="since" at={standing.since} show="day" /> })}
      </p>
      {until !== undefined && (
        <p>
          {t.rich('appeal', {
            date: <Time key="until" at={until} zone="UTC" show="day" now={standing.at} />,
            policy: program.policies.appeal.text,
          })}
        </p>
      )}
    </NextStepCard>
  );
};
