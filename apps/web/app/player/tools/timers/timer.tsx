import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import { messages } from '../messages.ts';
import { timeGone, timeLeft, warningBetween } from './time-words.ts';
import styles from './timer.module.css';

interface TimerProps {
  readonly hidden: boolean;
  readonly onHide: (hidden: boolean) => void;
  readonly say: (text: string) => void;
}

interface DownProps extends TimerProps {
  /** Time left by the server's deadline, in ms; undefined while it is not known. */
  readonly remainingMs: () => number | undefined;
}

interface UpProps extends TimerProps {
  /** A clock that no change of the device's time moves, such as `performance.now`. */
  readonly now: () => number;
  /** What that clock showed when the counting began. */
  readonly sinceMs: number;
}

type CountProps = (DownProps | UpProps) & { readonly of: 'item' | 'section' | 'part' | 'test' };

const names = { item: 'itemTime', section: 'sectionTime', part: 'partTime', test: 'testTime' } as const;

const LOOK_EVERY_MS = 250;
/** A hidden time comes back for the last minute. */
const RETURNS_AT = 1;

/** The time of an item or of what holds it: left until its limit, or gone since it was opened. Silent but for warnings. */
export const Timer = (props: CountProps) => {
  const { of, hidden, onHide, say } = props;
  const t = useText(messages);
  const name = t(names[of]);
  const down = 'remainingMs' in props;
  const read = () => (down ? props.remainingMs() : props.now() - props.sinceMs);
  const [ms, setMs] = useState<number | undefined>(undefined);
  const latest = useRef({ read, say, onHide, before: ms });
  useEffect(() => {
    latest.current = { ...latest.current, read, say, onHide };
  });
  useEffect(() => {
    const look = () => {
      const heard = latest.current;
      const now = heard.read();
      if (now === undefined) return;
      const minutes = down ? warningBetween(heard.before ?? now, now) : undefined;
      heard.before = now;
      if (minutes !== undefined) heard.say(t('warning', { time: name, minutes }));
      if (minutes !== undefined && minutes <= RETURNS_AT) heard.onHide(false);
      setMs(now);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [down, name, t]);
  if (ms === undefined) return null;
  const shown = down ? timeLeft(ms) : timeGone(ms);
  const words =
    shown.unit === 'minutes'
      ? t('minutesLeft', { minutes: shown.minutes })
      : t(down ? 'clockLeft' : 'clockGone', { clock: shown.clock });
  return (
    <div className={styles.timer}>
      <span role="timer" aria-label={name} aria-live="off" className={styles.clock}>
        <span className={styles.name}>{name}</span> <span>{hidden ? t('timeHidden') : words}</span>
      </span>
      <button
        type="button"
        className={controls.plain}
        aria-label={t(hidden ? 'showTime' : 'hideTime', { time: name })}
        onClick={() => onHide(!hidden)}
      >
        {t(hidden ? 'show' : 'hide')}
      </button>
    </div>
  );
};
