import { useText } from '../../../text/use-text.ts';
import type { Exam, ExamState } from '../delivery/exam-state.ts';
import bars from './bars.module.css';
import { messages } from './messages.ts';
import styles from './screen.module.css';
import { ScreenPage } from './screen.tsx';

interface ObstacleProps {
  state: ExamState;
  exam: Exam | undefined;
  signInPath: string;
  mark: string;
}

/** In the place of the items, when they cannot be shown: why, what is safe, what to do. */
export const ObstaclePage = ({ state: { obstacle, outbox, stage, timeUp }, exam, signInPath, mark }: ObstacleProps) => {
  const t = useText(messages);
  const again = (words: 'again' | 'signedInAlready') => (
    <button type="button" className={bars.button} onClick={() => exam?.wake()}>
      {t(words)}
    </button>
  );
  switch (obstacle?.kind) {
    case 'unreachable':
      return (
        <ScreenPage key="unreachable" title={t('unreachable')} mark={mark}>
          <p>{t('unreachableDetail')}</p>
          <div className={styles.acts}>{again('again')}</div>
        </ScreenPage>
      );
    case 'signed-out':
      return (
        <ScreenPage key="signed-out" title={t('signedOut')} mark={mark}>
          <p>{t('signedOutDetail')}</p>
          <div className={styles.acts}>
            <SignInLink to={signInPath} main />
            {again('signedInAlready')}
          </div>
        </ScreenPage>
      );
    case 'elsewhere':
      return (
        <ScreenPage key="elsewhere" title={t('elsewhere')} mark={mark}>
          <p>{t('elsewhereDetail')}</p>
          {outbox.unsent.length > 0 && <p>{t('elsewhereUnsent', { count: outbox.unsent.length })}</p>}
          <p>{t('elsewhereTime')}</p>
          <div className={styles.acts}>
            <button type="button" className={bars.button} data-main="true" onClick={() => exam?.takeOver()}>
              {t('useHere')}
            </button>
            <span>{t('useHereHint')}</span>
          </div>
        </ScreenPage>
      );
    case 'refused':
      return (
        <ScreenPage key="refused" title={t('refused')} mark={mark}>
          <p>{obstacle.message}</p>
          <div className={styles.acts}>{again('again')}</div>
        </ScreenPage>
      );
    default:
      break;
  }
  if (stage === 'over') {
    return (
      <ScreenPage key="over" title={t('sealing')} mark={mark}>
        <p role="status">{t('sealingDetail')}</p>
      </ScreenPage>
    );
  }
  if (timeUp) {
    const count = outbox.unsent.length;
    return (
      <ScreenPage key="time-up" title={t('timeUp')} mark={mark}>
        <p>{t('timeUpDetail')}</p>
        <p role="status">{count > 0 && t('timeUpUnsent', { count })}</p>
      </ScreenPage>
    );
  }
  return (
    <ScreenPage key="opening" title={t('opening')} takesFocus={false} mark={mark}>
      <p role="status">{t('openingDetail')}</p>
    </ScreenPage>
  );
};

/** A page of its own, so that this one keeps what is on it. */
export const SignInLink = ({ to, main = false }: { to: string; main?: boolean }) => {
  const t = useText(messages);
  return (
    <a href={to} target="_blank" rel="noreferrer" className={bars.button} data-main={main}>
      {t('signIn')}
    </a>
  );
};
