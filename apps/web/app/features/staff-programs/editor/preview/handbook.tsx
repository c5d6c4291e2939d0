import type { Program } from '@testamur/program';
import { useText } from '../../../../text/use-text.ts';
import { AccommodationsPart } from '../../../public-programs/accommodations-part.tsx';
import { ConductPart } from '../../../public-programs/conduct-part.tsx';
import { CostPart } from '../../../public-programs/cost-part.tsx';
import { CredentialPart } from '../../../public-programs/credential-part.tsx';
import { KeepPart } from '../../../public-programs/keep-part.tsx';
import { PoliciesPart } from '../../../public-programs/policies-part.tsx';
import { PreparePart } from '../../../public-programs/prepare-part.tsx';
import { ProcessPart } from '../../../public-programs/process-part.tsx';
import { SourcesList } from '../../../public-programs/sources-list.tsx';
import { TransitionPart } from '../../../public-programs/transition-part.tsx';
import { WhatPart } from '../../../public-programs/what-part.tsx';
import { WhoPart } from '../../../public-programs/who-part.tsx';
import styles from '../editor.module.css';
import { messages } from '../messages.ts';

/** The handbook as the public would read it, made of the same parts. */
export const Handbook = ({ program, day }: { program: Program; day: string }) => {
  const t = useText(messages);
  return (
    <article className={styles.handbook}>
      <p className={styles.handbookTitle}>{program.title}</p>
      <p>{program.summary}</p>
      <TransitionPart program={program} />
      <h2>{t('handbook.scope')}</h2>
      <p>{program.scope}</p>
      <p>{program.audience}</p>
      <h2>{t('handbook.process')}</h2>
      <ProcessPart program={program} />
      <h2>{t('handbook.who')}</h2>
      <WhoPart program={program} />
      <h2>{t('handbook.accommodations')}</h2>
      <AccommodationsPart program={program} />
      <h2>{t('handbook.what')}</h2>
      <WhatPart program={program} isWhole />
      {program.preparation && (
        <>
          <h2>{t('handbook.prepare')}</h2>
          <PreparePart program={program} />
        </>
      )}
      <h2>{t('handbook.cost')}</h2>
      <CostPart program={program} day={day} />
      <h2>{t('handbook.get')}</h2>
      <CredentialPart program={program} />
      <h2>{t('handbook.keep')}</h2>
      <KeepPart program={program} />
      <h2>{t('handbook.conduct')}</h2>
      <ConductPart program={program} />
      <h2>{t('handbook.rights')}</h2>
      <PoliciesPart program={program} />
      <SourcesList program={program} />
    </article>
  );
};
