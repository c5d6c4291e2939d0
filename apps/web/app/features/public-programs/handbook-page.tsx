import { useDocument } from '../../document/document-context.ts';
import { presentInstant } from '../../document/present.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/handbook-page';
import { AssessmentPart } from './assessment-part.tsx';
import { CostTable } from './cost-table.tsx';
import { KeepPart } from './keep-part.tsx';
import { messages } from './messages.ts';
import { periodInWords } from './period.ts';
import { PoliciesPart } from './policies-part.tsx';
import styles from './program.module.css';
import { ExampleNotice } from './program-head.tsx';
import { RequirementList } from './requirement-list.tsx';
import { RubricPart } from './rubric-part.tsx';
import { SourcesList } from './sources-list.tsx';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => ({
  published: await api.programs.findProgram({ programId: params.programId.toLowerCase() }),
  day: presentInstant().slice(0, 10),
}));

export default function HandbookPage({ loaderData: { published, day } }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { program } = published;
  const steps = [
    t('processApply'),
    t('processPay'),
    t('processExam', { window: periodInWords(program.authorization.window, locale) }),
    t('processDecision'),
    t('processKeep'),
  ];
  return (
    <Page
      title={t('handbookTitle', { title: program.title })}
      lead={t('handbookLead', { edition: program.edition })}
      back={<BackLink to={`/programs/${program.id}`}>{t('toProgram')}</BackLink>}
      acts={<PrintButton>{t('print')}</PrintButton>}
    >
      <ExampleNotice program={program} />
      <h2>{t('scope')}</h2>
      <p>{program.scope}</p>
      <h2>{t('audience')}</h2>
      <p>{program.audience}</p>
      <h2>{t('tasks')}</h2>
      <ul>
        {program.tasks.map((task) => (
          <li key={task.id}>
            <strong>{task.title}.</strong> {task.description}
          </li>
        ))}
      </ul>
      <h2>{t('process')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{program.usualTime.text}</p>
      <h2>{t('who')}</h2>
      <RequirementList program={program} />
      <h2>{t('accommodations')}</h2>
      <p>{program.accommodations.description}</p>
      <p>
        {t('extraTime', {
          multipliers: new Intl.ListFormat(intlLocaleOf(locale), { type: 'disjunction' }).format(
            program.accommodations.timeMultipliers.map((multiplier) => multiplier.toLocaleString(intlLocaleOf(locale))),
          ),
        })}
      </p>
      <ul>
        {program.accommodations.others.map((other) => (
          <li key={other.id}>
            <strong>{other.title}.</strong> {other.description}
          </li>
        ))}
      </ul>
      <h2>{t('what')}</h2>
      {program.assessments.map((assessment) => (
        <AssessmentPart key={assessment.id} program={program} assessment={assessment} />
      ))}
      {program.assessments.map(
        (assessment) => assessment.kind === 'portfolio' && <RubricPart key={assessment.id} portfolio={assessment} />,
      )}
      <h2>{t('cost')}</h2>
      <CostTable program={program} day={day} />
      <h2 style={{ marginBlockStart: 40 }}>{t('grants')}</h2>
      <p>{program.credential.criteria}</p>
      <ul>
        {program.credential.privileges.map((privilege) => (
          <li key={privilege}>{privilege}</li>
        ))}
      </ul>
      <h2>{t('keep')}</h2>
      <KeepPart program={program} />
      <h2>{t('conduct', { version: program.codeOfConduct.version })}</h2>
      <ol>
        {program.codeOfConduct.articles.map((article) => (
          <li key={article.id}>
            <strong>{article.title}.</strong> {article.text}
          </li>
        ))}
      </ol>
      <PoliciesPart program={program} />
      <div className={styles.section}>
        <SourcesList program={program} />
      </div>
    </Page>
  );
}
