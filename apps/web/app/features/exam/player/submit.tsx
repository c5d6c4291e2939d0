import { useText } from '../../../text/use-text.ts';
import type { ExamState } from '../delivery/exam-state.ts';
import bars from './bars.module.css';
import { messages } from './messages.ts';
import { countBy, type ReviewRow } from './review-rows.ts';
import styles from './screen.module.css';
import { Screen } from './screen.tsx';

interface SubmitProps {
  rows: readonly ReviewRow[];
  state: ExamState;
  onSubmit: () => void;
  onReview: () => void;
  onGoOn: () => void;
}

/** What submitting does, in numbers. No key does it. */
export const Submit = ({ rows, state, onSubmit, onReview, onGoOn }: SubmitProps) => {
  const t = useText(messages);
  const { all, answered, partly, unanswered, flagged } = countBy(rows);
  const count = state.outbox.unsent.length;
  if (state.submitting) {
    return (
      <Screen key="submitting" title={t('submitting')}>
        <p role="status">{count > 0 ? t('submittingWaits', { count }) : t('submittingDetail')}</p>
        {count > 0 && (
          <div className={styles.acts}>
            <button type="button" className={bars.button} onClick={onGoOn}>
              {t('goOnWorking')}
            </button>
          </div>
        )}
      </Screen>
    );
  }
  return (
    <Screen key="submit" title={t('submitTitle')}>
      {state.submitProblem && (
        <p className={styles.late} role="alert">
          {state.submitProblem}
        </p>
      )}
      <p>
        {t('submitAnswered', { answered, all })} {t('submitPartly', { partly })}
      </p>
      <p>
        {t('submitUnanswered', { unanswered })} {t('submitFlagged', { flagged })}
      </p>
      <p>{t('submitFinal')}</p>
      <div className={styles.acts}>
        <button type="button" className={bars.button} onClick={onReview}>
          {t('backToReview')}
        </button>
        <button type="button" className={bars.button} data-main="true" onClick={onSubmit}>
          {t('submitNow', { answered })}
        </button>
      </div>
    </Screen>
  );
};
