import { Button } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import type { Answer } from './use-answer.ts';
import styles from './workbench.module.css';

/** A call that failed: what happened, and how to go on. */
export const Failure = ({ of, again }: { of: Extract<Answer<never>, { state: 'failed' }>; again?: () => void }) => {
  const t = useText(messages);
  return (
    <div role="alert" className={styles.failure}>
      <p>{of.gaveUp ? t('gaveUpHere') : t('failed', { reason: of.reason })}</p>
      {again && (
        <Button variant="default" onClick={again}>
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
};
