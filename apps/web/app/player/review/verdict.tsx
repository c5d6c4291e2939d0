import type { PlainValue } from '@testamur/qti';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { messages } from '../messages.ts';
import { NotRight, Right } from './marks.tsx';
import styles from './review.module.css';

interface VerdictProps {
  /** The answer and the key as people read them; null where there is none. */
  readonly answer: ReactNode;
  readonly answered: boolean;
  readonly correct: PlainValue | undefined;
  readonly keyWords: ReactNode;
  /** null where it cannot be said, as for a key that only scores in part. */
  readonly isRight: boolean | null;
}

/** Below an answer that is one text or number: the answer, whether it is right, and the key. */
export const Verdict = ({ answer, answered, correct, keyWords, isRight }: VerdictProps) => {
  const t = useText(messages);
  const hasKey = correct !== undefined && correct !== null;
  return (
    <span className={styles.verdict}>
      <span className={styles.line}>
        {answered ? t.rich('yourAnswerIs', { answer }) : t('notAnswered')} {hasKey && isRight === true && <Right />}
        {hasKey && answered && isRight === false && <NotRight />}
      </span>
      {hasKey && isRight !== true && <span className={styles.line}>{t.rich('keyIs', { key: keyWords })}</span>}
    </span>
  );
};
