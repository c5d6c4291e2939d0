import { useNavigation } from 'react-router';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './navigation-bar.module.css';

/** The old page stays while the next one loads; a bar at the top says so after 300 ms (a delay in the style sheet). */
export const NavigationBar = () => {
  const t = useText(messages);
  const loading = useNavigation().state !== 'idle';
  return (
    <div className={styles.place} role="status" data-screen-only>
      {loading && (
        <div className={styles.bar}>
          <span className="t-hidden">{t('loading')}</span>
        </div>
      )}
    </div>
  );
};
