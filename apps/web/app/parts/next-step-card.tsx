import { type ReactNode, useId } from 'react';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './next-step-card.module.css';

interface NextStepCardProps {
  /** What is to be done, such as "Next: pay the exam fee". */
  title: string;
  /** By when, for how much. */
  children?: ReactNode;
  /** The button or link that does it. */
  act?: ReactNode;
  /** Who has the move, such as "you" or "the reviewers, usually 5 working days". */
  waitingFor: string;
  /** The reader has the move. */
  yours?: boolean;
}

/** The one thing that comes next: what, by when, for how much, and whose move it is. */
export const NextStepCard = ({ title, children, act, waitingFor, yours = true }: NextStepCardProps) => {
  const t = useText(messages);
  const id = useId();
  return (
    <section className={styles.card} data-yours={yours} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children && <div className={styles.detail}>{children}</div>}
      <div className={styles.foot}>
        {act}
        <span className={styles.who}>{t('waitingFor', { who: waitingFor })}</span>
      </div>
    </section>
  );
};
