import { useState } from 'react';
import { Timer } from '../../../player/tools/index.ts';
import { useText } from '../../../text/use-text.ts';
import type { Walk } from '../engine/walk.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';

interface WalkTimersProps {
  limits: Walk['limits'];
  /** When the limits were told, by `performance.now`. */
  sinceMs(): number;
  say(text: string): void;
}

/** The times that run, and what becomes of answers when one is over. */
export const WalkTimers = ({ limits, sinceMs, say }: WalkTimersProps) => {
  const t = useText(messages);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  if (limits.length === 0) return null;
  return (
    <ul className={styles.timers} aria-label={t('times')} data-wide="">
      {limits.map(({ of, identifier, secondsLeft, allowLateSubmission }) => {
        const key = `${of} ${identifier}`;
        return (
          <li key={key}>
            <Timer
              of={of}
              remainingMs={() => secondsLeft * 1000 - (performance.now() - sinceMs())}
              hidden={hidden.includes(key)}
              onHide={(hide) => setHidden((before) => [...before.filter((one) => one !== key), ...(hide ? [key] : [])])}
              say={say}
            />
            <p className={styles.timerHint}>{t(allowLateSubmission ? 'lateTaken' : 'lateRefused')}</p>
          </li>
        );
      })}
    </ul>
  );
};
