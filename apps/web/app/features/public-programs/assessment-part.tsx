import { type Assessment, isRated, type Program, topicTitle } from '@testamur/program';
import { DataTable } from '../../parts/data-table.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { assessmentFigures } from './assessment-figures.ts';
import { Figures } from './figures.tsx';
import styles from './program.module.css';
import { Mark } from './provenance-mark.tsx';
import { Rubric } from './rubric-part.tsx';
import { useWords } from './use-words.ts';
import { scopeInWords } from './words.ts';

interface AssessmentProps {
  program: Program;
  assessment: Assessment;
}

/** The parts of an assessment: topics of an exam, criteria of what is rated, modules of a course. */
const Parts = ({ program, assessment }: AssessmentProps) => {
  const { t } = useWords();
  const at = program.assessments.indexOf(assessment);
  if (assessment.kind === 'exam') {
    return (
      <DataTable
        caption={t('topicsOf', { title: assessment.title })}
        columns={[
          { id: 'topic', header: t('topic'), cell: (row) => topicTitle(program, row.topic) },
          {
            id: 'items',
            header: t('items'),
            numeric: true,
            cell: (row) => (
              <>
                {row.items}
                <Mark program={program} path={['assessments', at, 'blueprint', 'topics']} />
              </>
            ),
          },
        ]}
        rows={assessment.blueprint.topics}
        keyOf={(row) => row.topic}
        empty={null}
      />
    );
  }
  if (isRated(assessment)) {
    const isTimed = assessment.rubric.criteria.some(({ minutes }) => minutes !== undefined);
    return (
      <DataTable
        caption={t('criteriaOf', { title: assessment.title })}
        columns={[
          { id: 'criterion', header: t('criterion'), cell: (row) => row.title },
          { id: 'what', header: t('description'), cell: (row) => row.description, speaksForItself: true },
          ...(isTimed
            ? [
                {
                  id: 'minutes',
                  header: t('minutesHead'),
                  numeric: true,
                  cell: (row: { minutes?: number }) => row.minutes,
                },
              ]
            : []),
        ]}
        rows={assessment.rubric.criteria}
        keyOf={(row) => row.id}
        empty={null}
      />
    );
  }
  return (
    <DataTable
      caption={t('modulesIn', { title: assessment.title })}
      columns={[
        { id: 'module', header: t('module'), cell: (row) => row.title },
        { id: 'what', header: t('description'), cell: (row) => row.description, speaksForItself: true },
        { id: 'hours', header: t('hoursHead'), numeric: true, cell: (row) => row.hours },
      ]}
      rows={assessment.modules.list}
      keyOf={(row) => row.id}
      empty={null}
    />
  );
};

const Content = ({ program, assessment, isWhole }: AssessmentProps & { isWhole: boolean }) => {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <p>{assessment.description}</p>
      <Figures program={program} figures={assessmentFigures(program, assessment, words)} />
      {assessment.delivery && (
        <Disclosure label={t('whereMore')} about={assessment.title}>
          <ul>
            {assessment.delivery.modes.map(({ mode, title, description }) => (
              <li key={`${mode} ${title}`}>
                <strong>{title}.</strong> {description}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Parts program={program} assessment={assessment} />
      {isWhole && isRated(assessment) && <Rubric assessment={assessment} />}
    </>
  );
};

interface AssessmentPartProps extends AssessmentProps {
  /** With every level of its rubric. */
  isWhole?: boolean;
  /** One of many: shown when it is asked for. */
  isFolded?: boolean;
}

/** One assessment: what it is, how much of what, when it is passed, and what follows when not. */
export const AssessmentPart = ({ program, assessment, isWhole = false, isFolded = false }: AssessmentPartProps) => {
  const words = useWords();
  const scope = scopeInWords(program, assessment, words);
  const content = <Content program={program} assessment={assessment} isWhole={isWhole} />;
  if (isFolded) return <Disclosure label={assessment.title}>{content}</Disclosure>;
  return (
    <div className={styles.part} data-wide>
      <h3>{assessment.title}</h3>
      {scope && <p className={styles.scope}>{words.t('onlyFor', { scope })}</p>}
      {content}
    </div>
  );
};
