import type { MouseEvent } from 'react';
import { useText } from '../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from './choices.module.css';
import { focusAnswer } from './focus-answer.ts';

/**
 * For answers that their controls alone cannot undo. Its place stays when there is nothing to take back; the focus then
 * goes to where one answers anew.
 */
export const TakeBack = ({ shown, onClick }: { readonly shown: boolean; onClick(): void }) => {
  const t = useText(messages);
  const takeBack = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    focusAnswer(currentTarget);
    onClick();
  };
  return (
    <button type="button" className={styles.takeBack} data-shown={shown} onClick={takeBack}>
      {t('takeBack')}
    </button>
  );
};
