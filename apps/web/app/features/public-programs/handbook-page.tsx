import { presentInstant } from '../../document/present.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import type { Route } from './+types/handbook-page';
import { AccommodationsPart } from './accommodations-part.tsx';
import { ConductPart } from './conduct-part.tsx';
import { CostPart } from './cost-part.tsx';
import { CredentialPart } from './credential-part.tsx';
import { KeepPart } from './keep-part.tsx';
import { messages } from './messages.ts';
import { PoliciesPart } from './policies-part.tsx';
import { PreparePart } from './prepare-part.tsx';
import { ProcessPart } from './process-part.tsx';
import styles from './program.module.css';
import { ExampleNotice } from './program-head.tsx';
import { SourcesList } from './sources-list.tsx';
import { TransitionPart } from './transition-part.tsx';
import { WhatPart } from './what-part.tsx';
import { WhoPart } from './who-part.tsx';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => ({
  published: await api.programs.findProgram({ programId: params.programId }),
  day: presentInstant().slice(0, 10),
}));

export default function HandbookPage({ loaderData: { published, day } }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { program, demonstration } = published;
  const parts = [
    { id: 'scope', title: t('scope'), content: <p>{program.scope}</p> },
    { id: 'audience', title: t('audience'), content: <p>{program.audience}</p> },
    {
      id: 'tasks',
      title: t('tasks'),
      content: (
        <ul>
          {program.tasks.map((task) => (
            <li key={task.id}>
              <strong>{task.title}.</strong> {task.description}
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'process', title: t('process'), content: <ProcessPart program={program} /> },
    { id: 'who', title: t('who'), content: <WhoPart program={program} /> },
    { id: 'accommodations', title: t('accommodations'), content: <AccommodationsPart program={program} /> },
    { id: 'what', title: t('what'), content: <WhatPart program={program} isWhole /> },
    ...(program.preparation
      ? [{ id: 'prepare', title: t('prepare'), content: <PreparePart program={program} /> }]
      : []),
    { id: 'cost', title: t('cost'), content: <CostPart program={program} day={day} /> },
    { id: 'get', title: t('get'), content: <CredentialPart program={program} /> },
    { id: 'keep', title: t('keep'), content: <KeepPart program={program} /> },
    {
      id: 'conduct',
      title: t('conduct', { version: program.codeOfConduct.version }),
      content: <ConductPart program={program} />,
    },
    { id: 'rights', title: t('rights'), content: <PoliciesPart program={program} /> },
  ];
  return (
    <Page
      title={t('handbookTitle', { title: program.title })}
      lead={t('handbookLead', { edition: program.edition })}
      back={<BackLink to={`/programs/${program.id}`}>{t('toProgram')}</BackLink>}
      acts={
        <>
          <a href={`/programs/${program.id}/handbook.pdf`}>{t('handbookPdf')}</a>
          <PrintButton>{t('print')}</PrintButton>
        </>
      }
    >
      {demonstration && !isMarked && <Notice kind="demonstration" />}
      <ExampleNotice program={program} />
      <TransitionPart program={program} />
      <nav aria-label={t('contents')}>
        <ol className={styles.contents}>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#sources">{t('sources')}</a>
          </li>
        </ol>
      </nav>
      {parts.map(({ id, title, content }) => (
        <section key={id} aria-labelledby={id} className={styles.section}>
          <h2 id={id}>{title}</h2>
          {content}
        </section>
      ))}
      <div className={styles.section}>
        <SourcesList program={program} />
      </div>
    </Page>
  );
}
