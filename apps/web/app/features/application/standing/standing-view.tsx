import { findRegion, type Program, type Standing } from '@testamur/program';
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
  const { standing, abbreviation, edition, number, history, trackTitle } = candidacy;
  const region = standing.region === undefined ? undefined : findRegion(program, standing.region)?.title;
  const place = [trackTitle, region].filter((part) => part !== undefined).join(' · ');
  return (
    <Page
      title={candidacy.programTitle}
      lead={
        <span className={styles.facts}>
          {t('edition', { abbreviation, edition, number })}
          {place !== '' && <span>{place}</span>}
          <WhereOneStands standing={standing} />
        </span>
      }
      back={back}
      aside={<StandingAside candidacy={candidacy} program={program} />}
    >
      {candidacy.demonstration && !isMarked && <Notice kind="demonstration" />}
      <NextCard candidacy={candidacy} program={program} />
      {standing.timeMultiplier > 1 && <p>{t('extraTime', { multiplier: standing.timeMultiplier })}</p>}
      <StepList candidacy={candidacy} program={program} />
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
