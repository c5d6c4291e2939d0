import { Link } from 'react-router';
import { presentInstant } from '../../document/present.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/program-page';
import { AssessmentPart } from './assessment-part.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import { CostTable } from './cost-table.tsx';
import { KeepPart } from './keep-part.tsx';
import { messages } from './messages.ts';
import styles from './program.module.css';
import { ExampleNotice } from './program-head.tsx';
import { RequirementList } from './requirement-list.tsx';
import { SourcesList } from './sources-list.tsx';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => ({
  published: await api.programs.findProgram({ programId: params.programId.toLowerCase() }),
  day: presentInstant().slice(0, 10),
}));

const sections = ['who', 'what', 'cost', 'keep', 'sources'] as const;

export default function ProgramPage({ loaderData: { published, day } }: Route.ComponentProps) {
  const t = useText(messages);
  const { program, organization } = published;
  const applyTo = `/apply/${organization}/${program.id}`;
  const handbook = `/programs/${program.id}/handbook`;
  const acts = (
    <div className={styles.acts}>
      <LinkButton to={applyTo}>{t('apply')}</LinkButton>
      <Link to={handbook}>{t('handbook')}</Link>
    </div>
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
            </div>
          </Panel>
        </div>
      }
    >
      <ExampleNotice program={program} />
      <div className={styles.narrowOnly}>
        <AtAGlance program={program} day={day} />
      </div>
      <nav aria-label={t('onThisPage')}>
        <ul className={styles.onThisPage}>
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
        <p className={styles.hint}>{t('eligibilityAll')}</p>
        <RequirementList program={program} />
      </section>
      <section className={styles.section} aria-labelledby="what">
        <h2 id="what">{t('what')}</h2>
        <p className={styles.hint}>{t('allNeeded')}</p>
        {program.assessments.map((assessment) => (
          <AssessmentPart key={assessment.id} program={program} assessment={assessment} />
        ))}
      </section>
      <section className={styles.section} aria-labelledby="cost">
        <h2 id="cost">{t('cost')}</h2>
        <CostTable program={program} day={day} />
      </section>
      <section className={styles.section} aria-labelledby="keep">
        <h2 id="keep">{t('keep')}</h2>
        <KeepPart program={program} />
      </section>
      <div className={styles.section}>
        <SourcesList program={program} />
      </div>
      <div className={styles.foot}>{acts}</div>
    </Page>
  );
}
