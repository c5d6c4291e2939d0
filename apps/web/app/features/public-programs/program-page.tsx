import { Link } from 'react-router';
import { presentInstant } from '../../document/present.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import { linkedDataMeta } from '../verification/share.ts';
import type { Route } from './+types/program-page';
import { AtAGlance } from './at-a-glance.tsx';
import { CostPart } from './cost-part.tsx';
import { CredentialPart } from './credential-part.tsx';
import { KeepPart } from './keep-part.tsx';
import { messages } from './messages.ts';
import { PreparePart } from './prepare-part.tsx';
import styles from './program.module.css';
import { ExampleNotice } from './program-head.tsx';
import { SourcesList } from './sources-list.tsx';
import { TransitionPart } from './transition-part.tsx';
import { WhatPart } from './what-part.tsx';
import { WhoPart } from './who-part.tsx';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => {
  const [published, { schemaOrg }] = await Promise.all([
    api.programs.findProgram({ programId: params.programId }),
    api.registry.getProgramLinkedData({ programId: params.programId }),
  ]);
  return { published, schemaOrg, day: presentInstant().slice(0, 10) };
});

export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData
    ? [
        { name: 'description', content: loaderData.published.program.summary },
        {
          tagName: 'link',
          rel: 'alternate',
          type: 'application/ld+json',
          href: `/programs/${loaderData.published.program.id}/ctdl.json`,
        },
        linkedDataMeta(loaderData.schemaOrg),
      ]
    : [];

export default function ProgramPage({ loaderData: { published, day } }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { program, organization, organizationName, demonstration } = published;
  const { id } = program;
  const sections = [
    'who',
    'what',
    'cost',
    'get',
    'keep',
    ...(program.preparation ? (['prepare'] as const) : []),
    'sources',
  ] as const;
  const acts = (
    <div className={styles.acts}>
      <LinkButton to={`/qualify?p=${id}`}>{t('qualify')}</LinkButton>
      <Link to={`/apply/${organization}/${id}`}>{t('apply')}</Link>
    </div>
  );
  const more = (
    <ul className={styles.more}>
      <li>
        <Link to={`/compare?p=${id}`}>{t('compare')}</Link>
      </li>
      <li>
        <Link to={`/plan?p=${id}`}>{t('plan')}</Link>
      </li>
      <li>
        <Link to={`/programs/${id}/handbook`}>{t('handbook')}</Link>
      </li>
    </ul>
  );
  return (
    <Page
      display
      title={program.title}
      lead={program.summary}
      back={<BackLink to="/programs">{t('programs')}</BackLink>}
      aside={
        <div className={styles.aside}>
          <Panel title={t('atAGlance')}>
            <div className={styles.glance}>
              <AtAGlance program={program} day={day} />
              {acts}
              {more}
            </div>
          </Panel>
        </div>
      }
    >
      {demonstration && !isMarked && <Notice kind="demonstration" />}
      <p className={styles.by}>
        {t('offeredBy', { organization: organizationName })} · {program.abbreviation} ·{' '}
        {t('edition', { edition: program.edition })}
      </p>
      <ExampleNotice program={program} />
      <div className={styles.narrowOnly}>
        <AtAGlance program={program} day={day} />
        {more}
      </div>
      <TransitionPart program={program} />
      <nav aria-label={t('onThisPage')}>
        <ul className={styles.onThisPage} data-wide>
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(section)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section className={styles.section} aria-labelledby="who">
        <h2 id="who">{t('who')}</h2>
        <p>{program.audience}</p>
        <WhoPart program={program} />
      </section>
      <section className={styles.section} aria-labelledby="what">
        <h2 id="what">{t('what')}</h2>
        <WhatPart program={program} />
      </section>
      <section className={styles.section} aria-labelledby="cost">
        <h2 id="cost">{t('cost')}</h2>
        <CostPart program={program} day={day} />
      </section>
      <section className={styles.section} aria-labelledby="get">
        <h2 id="get">{t('get')}</h2>
        <CredentialPart program={program} />
      </section>
      <section className={styles.section} aria-labelledby="keep">
        <h2 id="keep">{t('keep')}</h2>
        <KeepPart program={program} />
      </section>
      {program.preparation && (
        <section className={styles.section} aria-labelledby="prepare">
          <h2 id="prepare">{t('prepare')}</h2>
          <PreparePart program={program} />
        </section>
      )}
      <div className={styles.section}>
        <SourcesList program={program} />
      </div>
      <div className={styles.foot}>{acts}</div>
    </Page>
  );
}
