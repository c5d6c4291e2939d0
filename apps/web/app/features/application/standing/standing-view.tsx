import type { Program, Standing } from '@testamur/program';
import type { ReactNode } from 'react';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { History } from '../../../parts/history.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Page } from '../../../parts/page.tsx';
import { Status } from '../../../parts/status.tsx';
import { useText } from '../../../text/use-text.ts';
import { useDemonstration } from '../../../viewer.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { StandingAside } from './aside.tsx';
import { NextCard } from './next-card.tsx';
import styles from './standing.module.css';
import { StepList } from './step-list.tsx';

interface StandingViewProps {
  candidacy: Candidacy;
  program: Program;
  back?: ReactNode;
}

/** Where do I stand, what is next, by when, for how much, who has it? */
export const StandingView = ({ candidacy, program, back }: StandingViewProps) => {
  const t = useText(messages);
  // Where the whole installation is a demonstration, the frame says so already.
  const isMarked = useDemonstration();
  const { standing, abbreviation, edition, number, history } = candidacy;
  return (
    <Page
      title={candidacy.programTitle}
      lead={
        <span className={styles.facts}>
          {t('edition', { abbreviation, edition, number })} <WhereOneStands standing={standing} />
        </span>
      }
      back={back}
      aside={<StandingAside candidacy={candidacy} />}
    >
      {candidacy.demonstration && !isMarked && <Notice kind="demonstration" />}
      <NextCard candidacy={candidacy} program={program} />
      {standing.timeMultiplier > 1 && <p>{t('extraTime', { multiplier: standing.timeMultiplier })}</p>}
      <StepList candidacy={candidacy} />
      <section aria-labelledby="history">
        <h2 id="history">{t('history')}</h2>
        <Disclosure label={t('historyCount', { count: history.length })}>
          <History entries={history.map(({ id, at, actor, text }) => ({ id, at, who: actor, what: text }))} />
        </Disclosure>
      </section>
    </Page>
  );
};

/** Once there is a credential, what it is worth now says more than that it was granted. */
const WhereOneStands = ({ standing: { status, credential } }: { standing: Standing }) =>
  credential ? <Status of="credential" is={credential.status} /> : <Status of="candidacy" is={status} />;
