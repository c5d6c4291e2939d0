import { Link } from 'react-router';
import { Note } from '../../staff/note.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './run-note.module.css';

export interface Run {
  readonly state: 'running' | 'stopped' | 'done';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly secondsLeft?: number | undefined;
  readonly trouble?: string | undefined;
}

const titleOf = (t: ReturnType<typeof useText<typeof messages>>, { state, total, done, failed }: Run): string => {
  if (state === 'running') return t('progressRunning', { done, total });
  if (state === 'stopped') return t('stoppedTitle', { done, total });
  if (total === 0) return t('doneNone');
  return failed > 0 ? t('doneFailed', { done, failed }) : t('doneTitle', { done });
};

/** How far a run has come, and what that means for the holders. */
export const RunNote = ({ run }: { run: Run }) => {
  const t = useText(messages);
  const { state, total, done, failed, secondsLeft, trouble } = run;
  return (
    <div role="status">
      <Note title={titleOf(t, run)}>
        {total > 0 && state !== 'done' && (
          <progress className={styles.bar} max={total} value={done + failed} aria-label={t('bar')} />
        )}
        {state === 'running' && trouble !== undefined && (
          <p>
            {t('waits', { trouble })} {t('waitsDetail')}
          </p>
        )}
        {state === 'running' && (
          <p>
            {trouble === undefined && secondsLeft !== undefined && t('left', { minutes: Math.round(secondsLeft / 60) })}{' '}
            {t('progressDetail')}
          </p>
        )}
        {state === 'stopped' && <p>{t('stoppedDetail', { left: total - done })}</p>}
        {state === 'done' && done > 0 && <p>{t('doneDetail')}</p>}
        {state === 'running' && <Link to=".">{t('lookAgain')}</Link>}
      </Note>
    </div>
  );
};
