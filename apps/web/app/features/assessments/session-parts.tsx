import type { Session } from '@testamur/program';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './course.module.css';
import { messages } from './messages.ts';

/** Tasks, aspects or stations with their time and levels, and what it takes to pass. */
export const SessionParts = ({ session }: { session: Session }) => {
  const t = useText(messages);
  const { criteria } = session.rubric;
  const most = criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);
  return (
    <>
      <h2>{t(`parts.${session.kind}`)}</h2>
      <p>{t(`kind.${session.kind}`)}</p>
      <ol className={styles.parts}>
        {criteria.map(({ id, title, description, minutes, levels }) => (
          <li key={id}>
            <strong>{title}</strong>
            {minutes !== undefined && `, ${t('minutes', { minutes })}`}. {description}
            <Disclosure label={t('levels')} about={title}>
              <ul>
                {levels.map(({ points, label, descriptor }) => (
                  <li key={points}>{t('levelOf', { points, label, descriptor })}</li>
                ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ol>
      <h2>{t('passing')}</h2>
      <p>
        {t('passRule', {
          points: session.pass.points,
          most,
          each: session.pass.minimumPerCriterion,
          parts: criteria.length,
        })}
      </p>
    </>
  );
};
