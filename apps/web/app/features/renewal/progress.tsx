import type { RenewalStanding } from '@testamur/program';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { missingHours } from './load-renewal.ts';
import { messages } from './messages.ts';
import styles from './renewal.module.css';

/** "18 of 30 hours; 12 more by March 2, 2030", and the same as a bar. */
export const HoursProgress = ({ renewal }: { renewal: RenewalStanding }) => {
  const t = useText(messages);
  const { hoursLogged: logged, hoursNeeded: needed, hoursAccepted, dueAt } = renewal;
  const missing = missingHours(renewal);
  const date = <Time key="due" at={dueAt} zone="UTC" show="day" />;
  return (
    <div className={styles.progress}>
      <p className={styles.words}>{t.rich(missing > 0 ? 'more' : 'enough', { logged, needed, missing, date })}</p>
      <progress className={styles.bar} max={needed} value={Math.min(logged, needed)} aria-label={t('barLabel')}>
        {t('progress', { logged, needed })}
      </progress>
      {logged > hoursAccepted && <p className={styles.quiet}>{t('accepted', { hours: hoursAccepted })}</p>}
    </div>
  );
};
