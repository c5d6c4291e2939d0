import { Link } from 'react-router';
import { Note } from '../../../staff/note.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Conflict } from './conflict.ts';
import { messages } from './messages.ts';

interface ConflictNoteProps {
  conflict?: Conflict | undefined;
  /** What the server said, where it knew better. */
  said?: string | undefined;
  /** The name of the reader. */
  name: string;
}

/** In place of the form: why this reader cannot decide, and by which rule. */
export const ConflictNote = ({ conflict, said, name }: ConflictNoteProps) => {
  const t = useText(messages);
  return (
    <Note title={t('conflictTitle')}>
      <p>{said ?? (conflict && t(conflict, { name }))}</p>
      <p>{t('whyConflict')}</p>
      {said === undefined && conflict !== 'ownConflict' && (
        <p>
          <Link to="?namesake=1">{t('namesake')}</Link>
        </p>
      )}
    </Note>
  );
};
