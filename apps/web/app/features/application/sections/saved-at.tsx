import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';

/** "Saved 2:02 PM": the proof that what was entered is kept. */
export const SavedAt = ({ candidacy, requirement }: { candidacy: Candidacy; requirement: string }) => {
  const t = useText(messages);
  const savedAt = candidacy.draft[requirement]?.savedAt;
  if (savedAt === undefined) return null;
  const sameDay = savedAt.slice(0, 10) === candidacy.standing.at.slice(0, 10);
  return (
    <span role="status" className={styles.quiet}>
      {t.rich('savedAt', { time: <Time key="time" at={savedAt} show={sameDay ? 'time' : 'day-and-time'} /> })}
    </span>
  );
};
