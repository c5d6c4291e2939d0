import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import { timeShown, warningBetween } from '../delivery/clock.ts';
import styles from './bars.module.css';
import { messages } from './messages.ts';

interface TimeLeftProps {
  remainingMs: () => number | undefined;
  hidden: boolean;
  onHide: (hidden: boolean) => void;
  onWarning: (minutes: number) => void;
}

const lookEveryMs = 250;
/** A hidden time comes back for the last minutes. */
const returnsAt = 5;

/** The time left, in words that change once a minute, or once a second in the last five. It never speaks by itself. */
export const TimeLeft = ({ remainingMs, hidden, onHide, onWarning }: TimeLeftProps) => {
  const t = useText(messages);
  const [left, setLeft] = useState(remainingMs);
  const before = useRef(left);
  const heard = useRef({ onHide, onWarning });
  useEffect(() => {
    heard.current = { onHide, onWarning };
  });
  useEffect(() => {
    const look = () => {
      const now = remainingMs();
      if (now === undefined) return;
      const warning = warningBetween(before.current ?? now, now);
      before.current = now;
      if (warning !== undefined) heard.current.onWarning(warning);
      if (warning !== undefined && warning <= returnsAt) heard.current.onHide(false);
      setLeft(now);
    };
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [remainingMs]);
  if (left === undefined) return null;
  const shown = timeShown(left);
  const clock = shown.unit === 'seconds' ? `${shown.minutes}:${String(shown.seconds).padStart(2, '0')}` : '';
  return (
    <div className={styles.time}>
      <span role="timer" className={styles.clock} data-last={shown.unit === 'seconds'}>
        {hidden && <span className={styles.wide}>{t('timeHidden')}</span>}
        {!hidden && (
          <>
            <span className={styles.wide}>
              {shown.unit === 'minutes' ? t('minutesLeft', { minutes: shown.minutes }) : t('secondsLeft', { clock })}
            </span>
            <span className={styles.narrow}>
              {shown.unit === 'minutes' ? t('minutesShort', { minutes: shown.minutes }) : clock}
            </span>
          </>
        )}
      </span>
      <button
        type="button"
        className={styles.quiet}
        aria-label={t(hidden ? 'showTime' : 'hideTime')}
        onClick={() => onHide(!hidden)}
      >
        {t(hidden ? 'show' : 'hide')}
      </button>
    </div>
  );
};
