import type { Rated } from '@testamur/program';
import styles from './program.module.css';
import { useWords } from './use-words.ts';

/** The whole rubric: candidates see what examiners rate by. */
export const Rubric = ({ assessment }: { assessment: Rated }) => {
  const { t } = useWords();
  return (
    <div className={styles.rubric}>
      <h4>{t('rubricOf', { title: assessment.title })}</h4>
      {assessment.rubric.criteria.map((criterion) => (
        <section key={criterion.id} aria-label={criterion.title}>
          <h5>{criterion.title}</h5>
          <dl>
            {criterion.levels.map(({ points, label, descriptor }) => (
              <div key={points}>
                <dt>
                  <strong>{label}</strong>, {t('points', { points })}
                </dt>
                <dd>{descriptor}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
};
