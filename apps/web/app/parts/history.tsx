import type { ReactNode } from 'react';
import styles from './history.module.css';
import { Time } from './time.tsx';

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  /** Who did it, in words; absent where all entries are of one, whom the page names. */
  readonly who?: string;
  readonly what: ReactNode;
}

/** Who did what and when, newest first as given. */
export const History = ({ entries, zone }: { entries: readonly HistoryEntry[]; zone?: string }) => (
  <ol className={styles.history} data-wide>
    {entries.map(({ id, at, who, what }) => (
      <li key={id}>
        <div>{what}</div>
        <div className={styles.when}>
          {who !== undefined && `${who}, `}
          <Time at={at} {...(zone === undefined ? {} : { zone })} />
        </div>
      </li>
    ))}
  </ol>
);
