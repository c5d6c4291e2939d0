import type { Assessment, Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { periodInWords } from './period.ts';
import styles from './program.module.css';
import { Assumed, isAssumed, SourceMark } from './source-mark.tsx';

const mostPoints = (assessment: Extract<Assessment, { kind: 'portfolio' }>): number =>
  assessment.rubric.criteria.reduce(
    (sum, criterion) => sum + Math.max(...criterion.levels.map((level) => level.points)),
    0,
  );

/** One assessment: what it is, how much of what, when it is passed, and what follows when not. */
export const AssessmentPart = ({ program, assessment }: { program: Program; assessment: Assessment }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { retake } = assessment;
  return (
    <div className={styles.part}>
      <h3>
        {assessment.title}
        <SourceMark program={program} of={assessment} />
      </h3>
      <p>{assessment.description}</p>
      {assessment.kind === 'exam' ? (
        <>
          <p className={styles.figures}>
            {t('examFacts', {
              items: assessment.items,
              minutes: assessment.timeLimitMinutes,
              percent: assessment.pass.percent,
            })}
            {isAssumed(assessment, 'timeLimitMinutes') && <Assumed />}
          </p>
          <DataTable
            caption={t('topics')}
            columns={[
              { id: 'topic', header: t('topic'), cell: (row) => row.title },
              {
                id: 'items',
                header: t('items'),
                numeric: true,
                cell: (row) => (
                  <>
                    {row.items}
                    {row.assumed && <Assumed />}
                  </>
                ),
              },
            ]}
            rows={assessment.blueprint.topics.map(({ topic, items }) => ({
              id: topic,
              title: program.topics.find((one) => one.id === topic)?.title ?? topic,
              items,
              assumed: isAssumed(assessment.blueprint, 'topics'),
            }))}
            keyOf={(row) => row.id}
            empty={null}
          />
        </>
      ) : (
        <>
          <p className={styles.figures}>
            {t('portfolioFacts', {
              minimum: assessment.pieces.minimum,
              maximum: assessment.pieces.maximum,
              points: assessment.pass.points,
              most: mostPoints(assessment),
            })}
            {isAssumed(assessment.pass, 'points') && <Assumed />}
          </p>
          <DataTable
            caption={t('criteria')}
            columns={[
              { id: 'criterion', header: t('criterion'), cell: (row) => row.title },
              { id: 'what', header: t('what'), cell: (row) => row.description, speaksForItself: true },
            ]}
            rows={assessment.rubric.criteria}
            keyOf={(row) => row.id}
            empty={null}
          />
        </>
      )}
      <p className={styles.hint}>
        {t('retake', {
          wait: periodInWords(retake.wait, locale),
          attempts: retake.attempts,
          within: periodInWords(retake.within, locale),
        })}
        {isAssumed(retake, 'wait') && <Assumed />}
      </p>
    </div>
  );
};
