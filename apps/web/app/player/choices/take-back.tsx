import { useText } from '../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from './choices.module.css';

/** For answers that their controls alone cannot undo. Its place stays when there is nothing to take back. */
export const TakeBack = ({ shown, onClick }: { readonly shown: boolean; onClick(): void }) => {
  const t = useText(messages);
  return (
    <button type="button" className={styles.takeBack} data-shown={shown} onClick={onClick}>
      {t('takeBack')}
    </button>
  );
};
