import type { RenewalStanding } from '@testamur/program';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './renewal.module.css';

interface ProgressProps {
  renewal: RenewalStanding;
  unit: 'hours' | 'credits';
}

/** "18 of 30 hours; 12 more by March 2, 2030", and the same as a bar; then each kind by itself. */
export const HoursProgress = ({ renewal, unit }: ProgressProps) => {
  const t = useText(messages);
  const { hoursLogged: logged, hoursNeeded: needed, hoursMissing: missing, hoursAccepted, dueAt } = renewal;
  const { hoursCarriedOver, state, audited } = renewal;
  const date = <Time key="due" at={dueAt} zone="UTC" show="day" />;
  const isReviewed = audited !== false;
  return (
    <div className={styles.progress}>
      <p className={styles.words}>{t.rich(missing > 0 ? 'more' : 'enough', { logged, needed, missing, unit, date })}</p>
      <progress
        className={styles.bar}
        max={needed}
        value={Math.min(logged, needed)}
        aria-label={t('barLabel', { unit })}
      >
        {t('progress', { logged, needed, unit })}
      </progress>
      {hoursCarriedOver > 0 && <p className={styles.quiet}>{t('carriedOver', { amount: hoursCarriedOver, unit })}</p>}
      {logged > hoursAccepted && isReviewed && state !== 'closed' && (
        <p className={styles.quiet}>{t('accepted', { amount: hoursAccepted, unit })}</p>
      )}
      <Categories renewal={renewal} unit={unit} />
    </div>
  );
};

type Category = RenewalStanding['categories'][number];

/** What the bar of a kind is full at: what is needed of it, else what counts at most. */
const fullAt = ({ minimum, maximum }: Category): number | undefined => minimum ?? maximum;

const Categories = ({ renewal: { categories }, unit }: ProgressProps) => {
  const t = useText(messages);
  if (categories.every((category) => fullAt(category) === undefined)) return null;
  return (
    <ul className={styles.categories}>
      {categories.map((category) => {
        const { id, title, hours, counted, minimum, maximum } = category;
        const full = fullAt(category);
        const isCapped = maximum !== undefined && hours > counted;
        return (
          <li key={id}>
            <span>
              <strong>{title}</strong>: {t('amount', { amount: counted, unit })}
              {minimum !== undefined && `, ${t('ofNeeded', { amount: minimum })}`}
              {maximum !== undefined && `, ${t('ofAtMost', { amount: maximum })}`}
            </span>
            {full !== undefined && (
              <progress className={styles.bar} max={full} value={Math.min(counted, full)} aria-label={title}>
                {t('amount', { amount: counted, unit })}
              </progress>
            )}
            {isCapped && <span className={styles.quiet}>{t('capped', { logged: hours, counted })}</span>}
          </li>
        );
      })}
    </ul>
  );
};
