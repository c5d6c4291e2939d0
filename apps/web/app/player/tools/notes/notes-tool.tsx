import { useId, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import type { ToolMemory } from '../memory.ts';
import { messages } from '../messages.ts';
import styles from './notes.module.css';
import { LONGEST_NOTE, noteName, noteOf } from './notes.ts';

interface NotesToolProps {
  readonly memory: ToolMemory;
  readonly itemId: string;
}

/** A sheet for the item and one for the whole exam. What is written never leaves the device. */
export const NotesTool = ({ memory, itemId }: NotesToolProps) => {
  const t = useText(messages);
  const id = useId();
  const [ofExam, setOfExam] = useState(false);
  const [keeps, setKeeps] = useState(true);
  return (
    <div className={styles.notes}>
      <fieldset className={controls.choice}>
        <legend className="t-hidden">{t('notes')}</legend>
        {[false, true].map((exam) => (
          <label key={String(exam)} className={controls.part}>
            <input type="radio" name={id} checked={exam === ofExam} onChange={() => setOfExam(exam)} />
            <span>{t(exam ? 'noteExam' : 'noteItem')}</span>
          </label>
        ))}
      </fieldset>
      <Sheet
        key={noteName(ofExam ? null : itemId)}
        name={noteName(ofExam ? null : itemId)}
        label={t(ofExam ? 'noteExam' : 'noteItem')}
        memory={memory}
        onKept={setKeeps}
      />
      <p className={controls.hint}>{t(keeps ? 'notesKept' : 'notesNotKept')}</p>
    </div>
  );
};

interface SheetProps {
  readonly name: string;
  readonly label: string;
  readonly memory: ToolMemory;
  readonly onKept: (kept: boolean) => void;
}

const Sheet = ({ name, label, memory, onKept }: SheetProps) => {
  const t = useText(messages);
  const id = useId();
  const [text, setText] = useState(() => noteOf(memory.read(name) ?? ''));
  const write = (value: string) => {
    const note = noteOf(value);
    setText(note);
    onKept(memory.write(name, note));
  };
  return (
    <>
      <textarea
        className={styles.sheet}
        aria-label={label}
        aria-describedby={id}
        rows={8}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      <p id={id} className={controls.hint}>
        {t('noteCount', { count: text.length })}
        {text.length >= LONGEST_NOTE && <span role="status"> {t('noteFull')}</span>}
      </p>
    </>
  );
};
