import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { refuse } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import { Prose } from '../public-programs/prose.tsx';
import type { Route } from './+types/study-page';
import { messages } from './messages.ts';
import styles from './practice.module.css';

export const loader = load(async ({ params, request: asked }: Route.LoaderArgs, { api, request }) => {
  const { program, organizationName } = await api.programs.findProgram({ programId: params.programId.toLowerCase() });
  const materials = program.preparation?.materials ?? [];
  const guide = materials.find(
    ({ id, kind, sections }) => id === params.material && kind === 'study-guide' && sections,
  );
  if (guide === undefined) {
    const t = textIn(localeOf(asked), messages);
    const message = t('noGuide', { material: params.material, program: program.abbreviation });
    throw refuse(404, { code: 'web.no-study-guide', message, requestId: request.id });
  }
  return {
    programId: program.id,
    abbreviation: program.abbreviation,
    organizationName,
    isConfirmed: program.notice.confirmedByOrganization,
    title: guide.title,
    description: guide.description,
    sections: guide.sections ?? [],
    tests: materials.filter(({ kind }) => kind === 'practice-test').map(({ id, title }) => ({ id, title })),
  };
});

export default function StudyPage({ loaderData }: Route.ComponentProps) {
  const { programId, abbreviation: program, organizationName: organization, isConfirmed, ...guide } = loaderData;
  const t = useText(messages);
  return (
    <Page
      title={`${guide.title}: ${program}`}
      lead={guide.description}
      back={<BackLink to={`/programs/${programId}`}>{t('back', { program })}</BackLink>}
      acts={<PrintButton />}
    >
      <p className={styles.topic}>
        {t('studyLead', { program, organization })} {!isConfirmed && t('example')}
      </p>
      <nav aria-label={t('onThisPage')}>
        <ol>
          {guide.sections.map(({ title }, at) => (
            <li key={title}>
              <a href={`#section-${at + 1}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {guide.sections.map(({ title, text }, at) => (
        <section key={title} aria-labelledby={`section-${at + 1}`}>
          <h2 id={`section-${at + 1}`}>{title}</h2>
          <Prose>{text}</Prose>
        </section>
      ))}
      {guide.tests.length > 0 && (
        <section aria-labelledby="practice">
          <h2 id="practice">{t('practiceNext')}</h2>
          <ul>
            {guide.tests.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/try/${programId}?test=${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
