import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import type { Tone } from '../theme/tokens.ts';
import { Icon } from './icon.tsx';
import styles from './status.module.css';
import { type StatusKey, type StatusName, type StatusOf, statusTable } from './status-table.ts';
import { staffStatusWords, statusWords } from './status-words.ts';

interface StatusProps<Of extends StatusOf> {
  of: Of;
  is: StatusName<Of>;
  /** Whose move it is for this reader, where it is not the candidate: a reviewer sees "Waiting for review" as `act`. */
  tone?: Tone;
  /** Who reads it, where that is not the one whom it is about: "More needed from the candidate". */
  reader?: 'staff';
  /** After the word: what unlocks it, since when. */
  children?: ReactNode;
}

const isForStaff = (key: string): key is keyof typeof staffStatusWords => Object.hasOwn(staffStatusWords, key);

/** The one way to show a status: icon and exact word, in color only where someone has to move. */
export const Status = <Of extends StatusOf>({ of, is, tone, reader, children }: StatusProps<Of>) => {
  const t = useText(statusWords);
  const tStaff = useText(staffStatusWords);
  const key = `${of}.${is}` as StatusKey;
  const words = reader === 'staff' && isForStaff(key) ? tStaff(key) : t(key);
  const [usual, icon] = statusTable[key];
  return (
    <span className={styles.status} data-tone={tone ?? usual}>
      <Icon of={icon} />
      <span>
        {words}
        {children && <>: {children}</>}
      </span>
    </span>
  );
};
