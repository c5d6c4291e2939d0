import { findAssessment } from '@testamur/program';
import type { Api } from '../../api.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { candidacyPath, loadCandidacy } from '../application/candidacy.ts';
import type { Route } from './+types/course-page';
import styles from './course.module.css';
import { messages } from './messages.ts';

type Course = Awaited<ReturnType<Api['delivery']['getCourse']>>;

export const loader = load(async ({ params: { candidacyId, assessmentId } }: Route.LoaderArgs, { api }) => {
  const [course, { program }] = await Promise.all([
    api.delivery.getCourse({ candidacyId, assessmentId }),
    loadCandidacy(api, candidacyId),
  ]);
  return { candidacyId, course, description: findAssessment(program, assessmentId)?.description ?? '' };
});

/** The modules of a course, what is completed and what is to be done. */
export default function CoursePage({ loaderData: { candidacyId, course, description } }: Route.ComponentProps) {
  const t = useText(messages);
  const { title, modules, hours } = course;
  return (
    <Page
      title={title}
      lead={description}
      back={<BackLink to={candidacyPath(candidacyId)}>{t('toStanding')}</BackLink>}
    >
      <p>{t('courseLead', { modules: modules.length, hours })}</p>
      <Progress course={course} />
      <h2>{t('modules')}</h2>
      <ol className={styles.modules}>
        {modules.map((module, at) => (
          <Module key={module.module} module={module} number={at + 1} isLocked={course.state === 'locked'} />
        ))}
      </ol>
    </Page>
  );
}

const Progress = ({ course: { state, reason, completed, modules, hours, hoursCompleted } }: { course: Course }) => {
  const t = useText(messages);
  const all = modules.length;
  if (state === 'locked') {
    return (
      <p>
        <Status of="requirement" is="locked" /> {t('courseLocked', { reason })}
      </p>
    );
  }
  return (
    <>
      <p className={styles.words}>{t('courseDone', { done: completed, all })}</p>
      <progress className={styles.bar} max={all} value={completed} aria-label={t('bar')}>
        {t('courseDone', { done: completed, all })}
      </progress>
      {hours > 0 && <p className={styles.quiet}>{t('courseHours', { done: hoursCompleted, all: hours })}</p>}
      <p>{t(state === 'open' ? 'courseOpen' : 'courseOver')}</p>
    </>
  );
};

interface ModuleProps {
  module: Course['modules'][number];
  number: number;
  isLocked: boolean;
}

const Module = ({ module: { title, description, hours, completedAt }, number, isLocked }: ModuleProps) => {
  const t = useText(messages);
  return (
    <li>
      <div className={styles.head}>
        <h3>{t('moduleOf', { number, title })}</h3>
        {completedAt !== undefined ? (
          <Status of="requirement" is="met">
            {t.rich('moduleDone', { date: <Time key="at" at={completedAt} show="day" /> })}
          </Status>
        ) : (
          <Status of="requirement" is={isLocked ? 'locked' : 'not-started'} />
        )}
      </div>
      <p>{description}</p>
      {hours !== undefined && <p className={styles.quiet}>{t('moduleHours', { hours })}</p>}
    </li>
  );
};
